# Mở bằng mã QR của xã, không phải chọn xã nữa.
! start xa-00004
> 1
> 1
> 3
> 1
! start xa-00008
! start xa-99999
