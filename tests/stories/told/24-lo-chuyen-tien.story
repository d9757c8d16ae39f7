# Lỡ chuyển tiền: việc đầu tiên phải hiện ngay.
! start
> 9
> 1
> 1
> 0
> 0
