# Đổi sang tiếng Anh và học một câu.
! start
> English
> 1
> 1
> 0
> help
> menu
> language
> Tiếng Việt
