/** Reports of the script's own, as offices print them. */
export const REPORTS: readonly (readonly string[])[] = [
  [
    "Bí thư Huyện ủy Tràng Định tiếp Đoàn đại biểu huyện Long Châu",
    "Sáng 14/5/2024, tại trụ sở Huyện ủy, đồng chí Nông Thị Hạnh, Bí thư Huyện ủy Tràng Định, đã tiếp Đoàn đại biểu Huyện ủy Long Châu, thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Hoàng Quốc Khánh, Phó Bí thư Huyện ủy, làm trưởng đoàn.",
    "Tại buổi tiếp, hai bên đánh giá cao kết quả hợp tác trong quản lý, bảo vệ đường biên, mốc giới; phòng, chống buôn lậu, gian lận thương mại; giao lưu hữu nghị giữa nhân dân khu vực biên giới.",
    "Kim ngạch xuất nhập khẩu qua cửa khẩu đạt 1.287 tỷ đồng, tăng 18,6% so với cùng kỳ; 35 đoàn với 412 lượt người đã sang thăm, làm việc.",
    "Hai bên thống nhất tiếp tục duy trì cơ chế gặp gỡ định kỳ, mỗi quý một lần, luân phiên tổ chức tại mỗi bên; đẩy nhanh tiến độ nâng cấp đường nối hai cặp chợ biên giới Nà Nưa – Khoa Giáp.",
  ],
  [
    "Sở Ngoại vụ làm việc với Văn phòng Ngoại sự thành phố Phòng Thành Cảng",
    "Chiều 3/10/2023, Giám đốc Sở Ngoại vụ Vũ Đức Tuyển chủ trì buổi làm việc với đoàn công tác Văn phòng Ngoại sự thành phố Phòng Thành Cảng do bà Lý Mỹ Quyên, Phó Chủ nhiệm, dẫn đầu.",
    "Hai bên trao đổi về việc chuẩn bị Hội chợ thương mại, du lịch quốc tế lần thứ 15; thủ tục cho xe tự lái của khách du lịch; công tác bảo hộ công dân và xử lý các vụ việc phát sinh.",
    "Bà Lý Mỹ Quyên cảm ơn sự đón tiếp nồng hậu, đề nghị hai cơ quan giữ liên lạc thường xuyên qua đường dây nóng, sớm ký kết bản ghi nhớ giai đoạn 2024 – 2028.",
  ],
];
