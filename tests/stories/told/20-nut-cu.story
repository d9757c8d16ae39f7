# Bấm nút của màn hình cũ.
! start
> 4
> 1
> 1
> 1
! old 2 go:progress
> menu
> 1
! old 5 next
