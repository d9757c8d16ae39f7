# Bác Tư hỏi, Lan trả lời, Tư cho biết đã giúp được. Câu sau Lan đóng, câu sau nữa Bình chuyển lên tỉnh.
! officer Lan writer
! officer Bình approver
! officer Hà province
! citizen Tư
Tư: vườn cam vàng lá thối rễ chữa thế nào
Tư: Hỏi cán bộ xã
Tư: 1
Lan: 8
Bình: cán bộ
Bình: Câu hỏi của bà con (1)
Bình: 1
Lan: 1
Bình: 1
Lan: ngắn
Lan: Bác rải vôi quanh gốc, tưới Trichoderma như tờ hướng dẫn ở https://khuyennong.gov.vn, rồi gọi khuyến nông xã.
Lan: Viết lại
Lan: Bác rải vôi quanh gốc, rồi mang mẫu lá đến khuyến nông xã vào sáng thứ hai.
Lan: Gửi câu trả lời
Tư: 8
Tư: Giúp được tôi
Tư: Hỏi câu khác
Tư: số đỏ nhà tôi bị sai tên đệm giờ sửa làm sao
Tư: Hỏi cán bộ xã
Tư: 1
Lan: 8
Lan: Tôi trả lời câu này
Lan: Đóng, không trả lời
Lan: Cần gặp, mang giấy tờ
Tư: Hỏi câu khác
Tư: đường liên huyện qua đèo bao giờ làm lại
Tư: Hỏi cán bộ xã
Tư: 1
Bình: 8
Bình: Chuyển lên tỉnh
Hà: 8
Hà: Tôi trả lời câu này
Hà: Tỉnh đã có kế hoạch làm lại đường trong quý một năm sau.
Hà: Gửi câu trả lời
Tư: 8
Tư: Chưa giúp được
Tư: chợ phiên tháng này họp ngày nào
Tư: Hỏi cán bộ xã
Tư: 1
! wait 3 days
