# Bác Tư cần giúp: Dũng nhận việc trước Bình, nhắn qua lại, rồi đóng.
! officer Dũng duty
! officer Bình duty
! citizen Tư
Tư: 9
Tư: Tôi cần người đến giúp
Tư: nhà cạnh cây đa, đầu thôn Má Lủ
Tư: 3
Tư: 1
Dũng: 8
Dũng: 1
Bình: cán bộ
Bình: Người cần giúp (0)
Dũng: Tổ cứu hộ tới trong mười phút
Tư: 9
Tư: nước tới bậc cửa rồi
Dũng: Xem có gì mới
Dũng: Việc này đã xong
Dũng: Đã xong, đóng lại
