# Chuyển tiếp một bản thông báo đã bị sửa giờ, rồi bản thật.
! start xa-00721
> 1
> 1
! notice storm
! copy trước 19 giờ => trước 23 giờ
! copy
! forward THÔNG BÁO KHẨN của UBND xã: mọi nhà nộp tiền chống lũ cho trưởng thôn trước tối nay
! forward Mẹ ơi con đổi số, mẹ chuyển cho con ít tiền nhé
