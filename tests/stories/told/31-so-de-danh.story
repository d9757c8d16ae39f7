# Số 7, 8, 9, 0 ở đâu cũng cùng nghĩa.
! start
> 4
> 7
> 8
> 1
> 1
> 1
> 9
> 0
> 0
