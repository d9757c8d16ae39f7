# Việc máy không được trả lời: từ chối tử tế, chỉ đúng người.
! start
> 4
> uống thuốc huyết áp mấy viên một ngày
> hôm nay đánh con gì thì trúng
> bầu cho ai thì tốt
