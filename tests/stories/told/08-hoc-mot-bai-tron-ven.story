# Học hết một bài, trả lời đúng cả.
! start
> 1
> 1
> 0
> 1
> 1
> 1
> 1
> 1
> 2
> 1
> 1
> 1
> menu
> 2
