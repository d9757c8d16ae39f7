# Gõ mã không có: không làm theo; năm lần trong một phút thì phải chờ.
! start xa-00721
> 1
> 1
! notice storm
> 9
> 2
> 5
> ABCD-1234
> ABCD-1235
> ABCD-1236
> ABCD-1237
> ABCD-1238
> {1}
! wait 61 seconds
> {1}
