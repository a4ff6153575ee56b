"""Bytes to Document: `isolate.read` in a child process, `dispatch.read_here` in this one."""
