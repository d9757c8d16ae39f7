# Gửi ảnh, giọng nói, nhãn dán, tin chuyển tiếp.
! start
> 4
! picture
! picture
! voice
! other
! forward Nhấn vào đây để nhận quà
> tôi gửi ảnh chụp màn hình
