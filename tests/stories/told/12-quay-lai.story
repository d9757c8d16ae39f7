# Quay lại từng bước bằng chữ và bằng số 0.
! start
> 4
> 1
> 1
> 1
> 1
> quay lai
> quay lại
> back
> 0
> 0
