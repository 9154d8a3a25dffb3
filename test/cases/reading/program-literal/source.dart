// جواب الخدمة كما جاء
Map<String, dynamic> newsData = {
  "status": "ok",
  "articles": [
    {
      "source": {"id": null, "name": "Marfa.example"},
      "author": "صحيفة المرفأ",
      "title": "سعر الخبز اليوم في 3 مدن - المرفأ",
      "description": "استقر سعر الخبز اليوم في المدن الثلاث، وقالت الوزارة إنه لن يرتفع هذا العام.",
      "url": "https://www.marfa.example/economy/bread",
      "publishedAt": "2024-03-05T09:10:17Z",
      "content": "3 2024 5 :\r\n 1.25 1.30 ."
    },
    {
      "source": {"id": null, "name": "Sada.example"},
      "author": null,
      "title": "الميناء يستقبل سفينة القمح الأولى - صدى الواحة",
      "description": "استقبل الميناء سفينة القمح.",
      "url": "https://sada.example/port/wheat",
      "publishedAt": "2024-03-04T21:00:00Z",
      "content": "استقبل الميناء صباح اليوم سفينة القمح الأولى هذا العام، وعليها ألف طن… [+1204 chars]",
    },
    {
      "source": {"id": null, "name": "Sada.example"},
      "author": null,
      "title": "الجسر يفتح غدا - صدى الواحة",
      "description": null,
      "url": "https://sada.example/bridge",
      "publishedAt": "2024-03-03T08:00:00Z",
      "content": null
    }
  ]
};
