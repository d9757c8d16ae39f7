# Bấm hai lần, gửi lặp: chỉ tính một lần.
! start
> 4
> 1
> 1
> 1
> 1
> 2
! double 1
! repeat
> 1
