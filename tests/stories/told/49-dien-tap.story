# Tin diễn tập: hai đầu đều ghi là diễn tập, mã cũng nói vậy.
! start xa-00721
> 1
> 1
! notice drill
> 8
> {1}
> 0
> 9
