# Thông báo khẩn cấp đến giữa lúc đang trả lời câu hỏi: số 2 vẫn là câu trả lời số 2.
! start xa-00721
> 1
> 1
> 1
> 1
> 1
> 1
> 1
! notice storm
> 8
> 2
> menu
> 8
