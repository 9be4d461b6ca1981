import type { AnswerType } from "./question.ts";

/** Question phrases that settle the answer type by themselves; the longest one that fits is taken. */
export const QUESTION_PHRASES: ReadonlyMap<string, AnswerType> = new Map<string, AnswerType>(
  (
    [
      [
        "date",
        "khi nào|bao giờ|lúc nào|hôm nào|ngày nào|ngày mấy|ngày bao nhiêu|mùng mấy|mồng mấy|tháng mấy|tháng nào|năm nào|năm bao nhiêu|tháng mấy năm nào|ngày tháng nào|ngày tháng năm nào|thời gian nào|thời điểm nào|dịp nào trong năm|từ ngày nào|từ hôm nào|ngày hôm nào|hồi nào|khi mô|từ bao giờ|đến bao giờ",
      ],
      ["time", "mấy giờ|giờ nào|lúc mấy giờ|vào mấy giờ|bao giờ trong ngày"],
      [
        "number",
        "bao nhiêu|mấy|thứ mấy|bao lâu|bao xa|bao nhiêu lần|mấy lần|số lượng bao nhiêu|trị giá bao nhiêu|bao nhiêu tiền|hết bao nhiêu|dài bao nhiêu",
      ],
      [
        "place",
        "ở đâu|nơi nào|tại đâu|chỗ nào|đâu|đi đâu|đến đâu|tới đâu|từ đâu|chốn nào|địa điểm nào|địa danh nào|nơi đâu|chỗ mô",
      ],
      [
        "person",
        "ai|những ai|vị nào|người nào|ông nào|bà nào|đồng chí nào|cán bộ nào|nhân vật nào|gồm những ai|do ai|tên gì|tên là gì|tên chi",
      ],
      [
        "position",
        "là gì ở|là gì bên|là gì tại|chức vụ gì|chức gì|chức vụ nào|cương vị gì|cương vị nào|vị trí gì|ghế gì|giữ chức gì|giữ chức vụ gì|làm chức gì|làm chức vụ gì|ngồi ghế gì|vai trò gì|giữ vai trò gì|chức danh gì|cấp bậc gì|lãnh đạo gì|làm lãnh đạo gì|cán bộ gì",
      ],
      [
        "reason",
        "vì sao|tại sao|vì lý do gì|vì lí do gì|lý do gì|lý do nào|nguyên nhân gì|nguyên nhân nào|do đâu|để làm gì|nhằm làm gì|nhằm mục đích gì|mục đích gì|mục đích là gì|nhân dịp gì|dịp gì|vì cái gì|vì gì|bởi đâu|cớ gì|cớ sao|nhằm gì|sao lại",
      ],
      [
        "list",
        "mấy đề nghị|mấy kiến nghị|mấy đề xuất|mấy yêu cầu|mấy ý kiến|mấy giải pháp|gồm những gì|gồm gì|những gì|những nội dung gì|những nội dung nào|những lĩnh vực nào|lĩnh vực nào|những gì về",
      ],
      ["phrase", "gì|nào|thế nào|như thế nào|ra sao|làm gì|cái gì|điều gì|việc gì|chi"],
    ] as const
  ).flatMap(([type, list]) =>
    list.split("|").map((phrase): [string, AnswerType] => [phrase, type]),
  ),
);

/** Words before "nào" or "gì" that say which type is asked ("thành phố nào", "bộ trưởng nào"), beside the name lists. */
export const PERSON_NOUNS: readonly string[] =
  "vị|người|nhân vật|lãnh đạo|nhà lãnh đạo|cán bộ|quan chức|chính khách|học giả|chuyên gia|nhà báo|phóng viên|tác giả|nguyên thủ|cựu chiến binh|vợ|chồng|con|con trai|con gái".split(
    "|",
  );
export const DATE_NOUNS: readonly string[] =
  "ngày|hôm|tháng|năm|thứ|buổi|mùa|thời gian|thời điểm|giai đoạn|thế kỷ".split("|");

/** Words that carry no meaning for finding a passage. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  "là của và với cho các những đã đang sẽ có được bị thì mà để khi lúc này đó ấy kia rằng thế nào gì nhé nhỉ ạ à vậy hả hay hoặc như cũng rồi lại vào ra trong ngoài tại ở về từ đến tới do bởi theo trên dưới giữa cùng một cái chiếc sự việc hồi vừa bằng qua còn chỉ nữa xin hỏi hãy cho biết tôi bạn bot mình em anh ơi nói thưa".split(
    " ",
  ),
);
