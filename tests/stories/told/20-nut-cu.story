# Bấm nút của màn hình cũ.
! start
> 4
> 1
> 1
> 1
! old 3 go:progress
> menu
> 1
! old 6 next
