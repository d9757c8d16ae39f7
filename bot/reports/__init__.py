"""Reports: the figures of a period and an area, made by themselves, the same for everybody who makes them again."""
