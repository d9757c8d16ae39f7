# Tin gửi nhầm được đính chính; mã của tin cũ nói là đã thu hồi.
! start xa-00721
> 1
> 1
! notice storm
! office withdraw
> {1}
! page {1}
