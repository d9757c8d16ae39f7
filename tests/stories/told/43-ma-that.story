# Gõ mã trên thông báo: có thật, đang có hiệu lực; xem cả trên mạng.
! start xa-00721
> 1
> 1
! notice storm
> {1}
> menu
> mã {1}
> 8
! page {1}
