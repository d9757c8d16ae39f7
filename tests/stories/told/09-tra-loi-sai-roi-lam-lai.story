# Trả lời sai, được giải thích, làm lại câu sai.
! start
> 4
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 2
> 1
> 1
