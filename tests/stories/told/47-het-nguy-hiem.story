# Báo hết nguy hiểm; mã của tin cũ nói là đã qua.
! start xa-00721
> 1
> 1
! notice storm
> 8
! office end
> {1}
> 9
