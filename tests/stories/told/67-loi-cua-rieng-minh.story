# Chào, cảm ơn, và những việc nói bằng lời của riêng mình: nhờ xem tin, gặp người, thôi nhận tin, bị chiếm nick, bị dọa.
! start
> 4
> chào cháu
> cảm ơn cháu nhiều nhé
> nãy có ông xưng bên điện lực kêu tui kết bạn zalo ổng hướng dẫn, tui thấy kỳ kỳ chưa làm
> có ai ngồi đó không, nói chuyện với cái máy hoài chán quá
> 0
> nó đòi năm triệu, không thì tung ảnh của em lên mạng, em sợ quá
> thôi khỏi gửi nữa nghe, nhắn hoài mệt quá
