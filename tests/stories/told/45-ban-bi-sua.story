# Chuyển tiếp một bản thông báo đã bị sửa giờ, rồi bản thật, một bản bịa có mã, một thông báo không có mã.
! start xa-00721
> 1
> 1
! notice storm
! copy trước 19 giờ => trước 23 giờ
! copy
! forward THÔNG BÁO KHẨN của UBND xã: mọi nhà nộp tiền chống lũ cho trưởng thôn trước tối nay. Mã kiểm tra: ZZZZ-0000
! forward UBND xã thông báo: ngày 25/11 cắt điện từ 7 giờ đến 11 giờ để sửa đường dây, bà con chuẩn bị
! forward Mẹ ơi con đổi số, mẹ chuyển cho con ít tiền nhé
