# Vào sau khi tin đã gửi: vẫn thấy tin đang có hiệu lực, báo đã đọc; tin bị đính chính thì lần sau được biết.
! lost storm
! start xa-00721
> 1
> 1
> 8
> 8
! office withdraw
> menu
> menu
