# Tin không tới được: lần sau nhắn là thấy, một lần thôi.
! start xa-00721
> 1
> 1
> 1
> 1
! lost storm
> 1
> 1
> 8
