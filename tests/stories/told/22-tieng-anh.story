# Đổi sang tiếng Anh, tham gia, học một bài, xem giúp đỡ, cài đặt, dữ liệu, rồi về tiếng Việt.
! start
> English
> 1
> 1
> hà nội
> ba đình
> lessons
> 1
> 1
> next card
> do it later
> keep learning
> 1
> 1
> next question
> 1
> 1
> 2
> see the result
> help
> 1
> 0
> 2
> 0
> 3
> menu
> settings
> 2
> 1
> 1
> 0
> my progress
> blah blah blah
> my data
> delete my data
> 0
> stop
> 1
> language
> Tiếng Việt
> menu
