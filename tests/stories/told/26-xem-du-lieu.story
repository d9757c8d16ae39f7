# Xem dữ liệu mà máy giữ.
! start
> 1
> 1
> để sau
> 1
> 1
> 1
> /dulieu
> 0
