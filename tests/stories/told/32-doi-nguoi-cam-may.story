# Máy của bác đưa cho cháu: đổi nhóm tuổi.
! start
> 1
> 1
> để sau
> cài đặt
> 4
> 2
> 1
