# Tin mới thay tin trước: nói trước điều gì đã đổi; mã cũ trả lời bằng tin mới.
! start xa-00721
> 1
> 1
! notice storm
! notice update
> {1}
> 8
