module kg

go 1.26
