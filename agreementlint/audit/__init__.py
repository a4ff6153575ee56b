"""Many DocumentReports into one DistrictReport: the state of the agreements of a district."""
