/** How sentences tell that two sides met, and when: the openings of what is told of a meeting. */

/** What two sides do with one another, whatever else they do. */
export const MEETING =
  /(?<!\p{L})(?:tiếp|đón|đón tiếp|hội đàm|hội kiến|làm việc|đến thăm|sang thăm|thăm|gặp|gặp gỡ|dẫn đầu|trưởng đoàn|chủ trì|received|met|hosted|visited|visits|headed|led|led by|held talks|working session|working visit)(?!\p{L})|会见|会谈|访问|率团|接待|带队/iu;

/** The day, or the time of day, of a meeting. */
export const WHEN =
  /\d{1,2}[-/.]\d{1,2}|(?:sáng|chiều|tối|trưa|ngày|hôm) (?:nay|qua|\d)|vừa qua|\bon (?:\p{L}{3,9}day\b|\p{Lu}\p{L}{2,8}\.? \d|\d{1,2} \p{Lu})|\d月\d{1,2}日|[今昨]天/iu;
