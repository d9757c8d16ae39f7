# Nhắn số không có trên màn hình.
! start
> 4
> 6
> 15
> 3
