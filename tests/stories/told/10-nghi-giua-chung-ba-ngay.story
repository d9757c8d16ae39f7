# Nghỉ giữa chừng, ba ngày sau học tiếp đúng chỗ.
! start
> 1
> 1
> để sau
> 1
> 1
> 1
> 1
> để lúc khác
! wait 3 days
! start
> 1
> 1
> 0
> menu
> học tiếp: dừng lại trước đã
