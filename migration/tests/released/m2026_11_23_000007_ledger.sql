-- What the program of this schema wrote in seven weeks of its demonstration, of a few organizations.
INSERT INTO "jurisdiction" ("id", "parent_id", "kind", "name", "path") VALUES
(X'01883c76d2007000800495bf7dd773f0', NULL, 'COUNTY', '塔拉旗', '/tala/'),
(X'01883c76d2007000800aaf412a6ff0b5', X'01883c76d2007000800495bf7dd773f0', 'TOWN', '青格勒镇', '/tala/qinggele/'),
(X'01883c76d2007000800f55c3a2f838d6', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '巴彦塔拉嘎查', '/tala/qinggele/bayantala/'),
(X'01883c76d20070008010036aff08cfa7', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '查干淖尔嘎查', '/tala/qinggele/chagannur/'),
(X'01883c76d20070008014d828b7f61efa', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '苏布尔嘎嘎查', '/tala/qinggele/suburga/'),
(X'01883c76d2007000801aed5d13143717', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '乌兰陶勒盖嘎查', '/tala/qinggele/tolgoi/'),
(X'01883c76d2007000801d0857036e332c', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '呼和陶亥嘎查', '/tala/qinggele/hohtohoi/'),
(X'01883c76d20070008023a238956a2833', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '敖包梁村', '/tala/qinggele/aobaoliang/'),
(X'01883c76d2007000802538d1f25604f4', X'01883c76d2007000800aaf412a6ff0b5', 'VILLAGE', '新城社区', '/tala/qinggele/xincheng/');
INSERT INTO "organization" ("id", "kind", "name", "credit_code", "jurisdiction_path", "village_id", "address", "sectors", "traits", "state", "joined_on", "left_on", "created_at") VALUES
(X'01883c76d2007000802b777b43fbd030', 'SAFETY_OFFICE', '青格勒镇安委办', NULL, '/tala/qinggele/', NULL, NULL, '[]', '[]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080fa8c356051f71f', 'DISCIPLINE_OFFICE', '青格勒镇纪委监察办', NULL, '/tala/qinggele/', NULL, NULL, '[]', '[]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008214955d466bcada', 'VILLAGE', '查干淖尔嘎查', NULL, '/tala/qinggele/chagannur/', NULL, NULL, '[]', '[]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700085f404e4938a7f0f', 'VILLAGE', '敖包梁村', NULL, '/tala/qinggele/aobaoliang/', NULL, NULL, '[]', '[]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008acf631d8612a6a3', 'UNIT', '青格勒镇交通运输管理站', NULL, '/tala/qinggele/', NULL, NULL, '["TRANSPORT"]', '["ENFORCEMENT_POWER"]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098d30bb63b8a2520', 'ENTERPRISE', '青格勒镇铁骑铁路专用线服务公司', '91150699MA0D25089P', '/tala/qinggele/aobaoliang/', X'01883c76d200700085f404e4938a7f0f', '青格勒镇敖包梁村31号', '["TRANSPORT"]', '["HOT_WORK","SPECIAL_POSTS"]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099907d5ccfa717de', 'ENTERPRISE', '青格勒镇远途汽车运输队', '91150699MA0D26452W', '/tala/qinggele/chagannur/', X'01883c76d20070008214955d466bcada', '青格勒镇查干淖尔嘎查38号', '["TRANSPORT"]', '[]', 'ACTIVE', '2023-05-22', NULL, '2023-05-21T04:00:00+00:00');
INSERT INTO "organization_sector" ("organization_id", "sector") VALUES
(X'01883c76d20070008acf631d8612a6a3', 'TRANSPORT'),
(X'01883c76d200700098d30bb63b8a2520', 'TRANSPORT'),
(X'01883c76d200700099907d5ccfa717de', 'TRANSPORT');
INSERT INTO "classification" ("id", "organization_id", "effective_on", "sectors", "traits", "reason", "recorded_at", "recorded_by") VALUES
(X'01883c76d2007000802edabd363df960', X'01883c76d2007000802b777b43fbd030', '2023-05-22', '[]', '[]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d200700080fda5486452b93c', X'01883c76d200700080fa8c356051f71f', '2023-05-22', '[]', '[]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d2007000821ba2e1ef6e726c', X'01883c76d20070008214955d466bcada', '2023-05-22', '[]', '[]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d200700085fa556eb95ca93f', X'01883c76d200700085f404e4938a7f0f', '2023-05-22', '[]', '[]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d20070008ad38ba511dcfa4a', X'01883c76d20070008acf631d8612a6a3', '2023-05-22', '["TRANSPORT"]', '["ENFORCEMENT_POWER"]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d200700098d69e4063046684', X'01883c76d200700098d30bb63b8a2520', '2023-05-22', '["TRANSPORT"]', '["HOT_WORK","SPECIAL_POSTS"]', NULL, '2023-05-21T04:00:00+00:00', NULL),
(X'01883c76d20070009997a1cd5308fd31', X'01883c76d200700099907d5ccfa717de', '2023-05-22', '["TRANSPORT"]', '[]', NULL, '2023-05-21T04:00:00+00:00', NULL);
INSERT INTO "person" ("id", "name", "phone", "email", "email_state", "language", "morning_hour", "created_at") VALUES
(X'01883c76d2007000b9e087ac464c1a9c', '沈宏生', NULL, 'head.anwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9f37be92d6aef1c', '巴特尔高娃', NULL, 'safety.anwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba013c998c3003c7', '袁志兰', NULL, 'deputy.anwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba100ae640aac0a1', '卢宏丽', NULL, 'staff.anwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba20a8bd2dbfedbe', '其其格图雅', NULL, 'head.jiwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba3266891027d9bf', '巴特尔朝克图', NULL, 'safety.jiwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba428fddbc93d653', '苏永平', NULL, 'deputy.jiwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba51f6edf9a080a1', '蔡国军', NULL, 'staff.jiwei@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba6329eb33b38cba', '薛永霞', NULL, 'head.dangjian@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba735fb5d9b7dd53', '梁志英', NULL, 'safety.dangjian@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba823a0a900ff2eb', '萧海平', NULL, 'deputy.dangjian@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba93149b8e4337e0', '蔡海林', NULL, 'staff.dangjian@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baa05a6fe5968af1', '周淑平', NULL, 'head.bayantala@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bab3414fb0a3c11f', '沈淑娟', NULL, 'safety.bayantala@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bac257d078c33e1a', '邓海涛', NULL, 'deputy.bayantala@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bad20c52aa43b518', '袁凤芳', NULL, 'staff.bayantala@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bae0bf213ed9e991', '梁宏娟', NULL, 'head.chagannur@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baf25be97fe169b6', '萨如拉达来', NULL, 'safety.chagannur@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb030669435455bd', '娜仁毕力格', NULL, 'deputy.chagannur@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb11a72ae539c400', '其其格巴雅尔', NULL, 'staff.chagannur@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb238f063025d519', '牧仁达来', NULL, 'head.suburga@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb3299a07ae22815', '萨如拉高娃', NULL, 'safety.suburga@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb43188391875b11', '宝音格日乐', NULL, 'deputy.suburga@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb50c421b3e00e3f', '布和', NULL, 'staff.suburga@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb6325a491189cf3', '谢志山', NULL, 'head.tolgoi@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bbe13e45ea61a25f', '苏兴梅', NULL, 'head.aobaoliang@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bbf0c2679811dbff', '孙晓燕', NULL, 'safety.aobaoliang@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd205a2064415d67', '高文梅', NULL, 'head.jiaotong@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd33954ea2002d98', '布和苏和', NULL, 'safety.jiaotong@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018222b8a285f2210e', '宋桂成', NULL, 'head.e12@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018231687a6fc39c5b', '董秀涛', NULL, 'safety.e12@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182405a84196cd00e', '通拉嘎高娃', NULL, 'staff.e12@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182516d2ead073c3d', '哈斯毕力格', NULL, 'staff2.e12@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018263561aaa0e1a42', '黄明山', NULL, 'head.e13@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182730866dd9a17ba', '丁兴云', NULL, 'safety.e13@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182818be30708339f', '袁文娟', NULL, 'staff.e13@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018291db0261c2111c', '林立平', NULL, 'staff2.e13@qinggele.example', 'GOOD', 'ZH', NULL, '2023-05-21T04:00:00+00:00');
INSERT INTO "membership" ("id", "person_id", "organization_id", "position", "title", "since", "until", "created_at") VALUES
(X'01883c76d2007000b9eace3ea8cd7393', X'01883c76d2007000b9e087ac464c1a9c', X'01883c76d2007000802b777b43fbd030', 'HEAD', '主任', '2018-12-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9fb5325cef84162', X'01883c76d2007000b9f37be92d6aef1c', X'01883c76d2007000802b777b43fbd030', 'SAFETY_OFFICER', '安全专干', '2022-06-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba09a15efc24ea47', X'01883c76d2007000ba013c998c3003c7', X'01883c76d2007000802b777b43fbd030', 'DEPUTY', '副职', '2021-02-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba1a5d2d9705daff', X'01883c76d2007000ba100ae640aac0a1', X'01883c76d2007000802b777b43fbd030', 'STAFF', '职员', '2015-06-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba2ae4f42151e320', X'01883c76d2007000ba20a8bd2dbfedbe', X'01883c76d200700080fa8c356051f71f', 'HEAD', '主任', '2022-02-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba39a532e5ea3319', X'01883c76d2007000ba3266891027d9bf', X'01883c76d200700080fa8c356051f71f', 'SAFETY_OFFICER', '安全专干', '2016-12-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba48cb3501e21a87', X'01883c76d2007000ba428fddbc93d653', X'01883c76d200700080fa8c356051f71f', 'DEPUTY', '副职', '2019-02-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba59258d2fe2cf29', X'01883c76d2007000ba51f6edf9a080a1', X'01883c76d200700080fa8c356051f71f', 'STAFF', '职员', '2019-03-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baea2694e1ed6980', X'01883c76d2007000bae0bf213ed9e991', X'01883c76d20070008214955d466bcada', 'HEAD', '党支部书记', '2015-05-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baf971687118e345', X'01883c76d2007000baf25be97fe169b6', X'01883c76d20070008214955d466bcada', 'SAFETY_OFFICER', '安全专干', '2017-12-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb0928f89628b880', X'01883c76d2007000bb030669435455bd', X'01883c76d20070008214955d466bcada', 'DEPUTY', '副职', '2022-06-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb1a63f71a70383e', X'01883c76d2007000bb11a72ae539c400', X'01883c76d20070008214955d466bcada', 'STAFF', '职员', '2017-01-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bbe8730816802bb4', X'01883c76d2007000bbe13e45ea61a25f', X'01883c76d200700085f404e4938a7f0f', 'HEAD', '党支部书记', '2015-06-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bbf8a99e8ac21966', X'01883c76d2007000bbf0c2679811dbff', X'01883c76d200700085f404e4938a7f0f', 'SAFETY_OFFICER', '安全专干', '2021-04-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd2af93d2c3e17a1', X'01883c76d2007000bd205a2064415d67', X'01883c76d20070008acf631d8612a6a3', 'HEAD', '主任', '2018-09-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd3ae935b9cd7cf9', X'01883c76d2007000bd33954ea2002d98', X'01883c76d20070008acf631d8612a6a3', 'SAFETY_OFFICER', '安全专干', '2020-04-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001822a93b81109c371', X'01883c76d20070018222b8a285f2210e', X'01883c76d200700098d30bb63b8a2520', 'HEAD', '总经理', '2018-10-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001823b6ef6a40b4dcb', X'01883c76d20070018231687a6fc39c5b', X'01883c76d200700098d30bb63b8a2520', 'SAFETY_OFFICER', '安全主管', '2022-10-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001824a272a8fb177fe', X'01883c76d200700182405a84196cd00e', X'01883c76d200700098d30bb63b8a2520', 'STAFF', '职员', '2019-04-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001825a0623571a459e', X'01883c76d200700182516d2ead073c3d', X'01883c76d200700098d30bb63b8a2520', 'STAFF', '职员', '2020-12-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001826a1d5ff4622fc6', X'01883c76d20070018263561aaa0e1a42', X'01883c76d200700099907d5ccfa717de', 'HEAD', '总经理', '2015-05-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182788e0ca913bbab', X'01883c76d200700182730866dd9a17ba', X'01883c76d200700099907d5ccfa717de', 'SAFETY_OFFICER', '安全主管', '2019-07-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001828a56e947a3053f', X'01883c76d200700182818be30708339f', X'01883c76d200700099907d5ccfa717de', 'STAFF', '职员', '2015-02-01', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700182996b746fb5f78d', X'01883c76d20070018291db0261c2111c', X'01883c76d200700099907d5ccfa717de', 'STAFF', '职员', '2019-06-01', NULL, '2023-05-21T04:00:00+00:00');
INSERT INTO "account" ("id", "person_id", "login", "password_hash", "disabled_at", "created_at") VALUES
(X'01883c76d20070018fa2ea87c65b72ec', X'01883c76d2007000b9f37be92d6aef1c', 'office', '$argon2id$v=19$m=19456,t=2,p=1$VGcemBAqaCj1YNIr89w71w$zLHj3jUzl807ev0Wo0FzPM6b1ItescmpjUBCLHe1qjM', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018faa0b0720f06212', X'01883c76d2007000ba20a8bd2dbfedbe', 'discipline', '$argon2id$v=19$m=19456,t=2,p=1$VGcemBAqaCj1YNIr89w71w$zLHj3jUzl807ev0Wo0FzPM6b1ItescmpjUBCLHe1qjM', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018fb2b1ccd0f17533', X'01883c76d2007000ba6329eb33b38cba', 'party', '$argon2id$v=19$m=19456,t=2,p=1$VGcemBAqaCj1YNIr89w71w$zLHj3jUzl807ev0Wo0FzPM6b1ItescmpjUBCLHe1qjM', NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070018fb99129807a2fbb', X'01883c76d2007000bab3414fb0a3c11f', 'village', '$argon2id$v=19$m=19456,t=2,p=1$VGcemBAqaCj1YNIr89w71w$zLHj3jUzl807ev0Wo0FzPM6b1ItescmpjUBCLHe1qjM', NULL, '2023-05-21T04:00:00+00:00');
INSERT INTO "session" ("id", "account_id", "token_hash", "created_at", "expires_at", "revoked_at") VALUES
(X'01883c76d20070008000000000000002', X'01883c76d20070018fa2ea87c65b72ec', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '2023-07-12T01:00:00.123+00:00', '2023-07-12T13:00:00.123+00:00', NULL);
INSERT INTO "rulebook" ("id", "code", "source", "hash", "active", "loaded_at") VALUES
(X'01883c76d200700080032dded7d5a527', 'wushenzhao-2023', '# 全镇重大事故隐患专项排查整治2023行动 (乌审召镇, notice of 2023-05-22, in notice-2023.zh.txt), as data.
#
# A clause is named by its path: 2.1.5 is 二(一)5. Each `quote` is verbatim, the notice''s slips included.
# A due date means the end of that day. Where the notice is silent or vague, a comment says what was decided.

code = "wushenzhao-2023"
title = { zh = "全镇重大事故隐患专项排查整治2023行动", en = "Township campaign of 2023 against major accident hazards" }
# The notice is dated 05-22 (从即日起); its colophon says 05-12, which is the day of printing.
begins_on = 2023-05-22
ends_on = 2023-12-31

# None of these numbers stands in the notice; the office may change them.
[settings]
min_days_of_begun_period = 14
min_days_for_late_joiner = 14
due_soon_days = 7
morning_hour = 8

[settings.hazard]
acceptance_days = 10
ladder = "hazard"

# --- Phases: 三、阶段安排. 7月底前 and the like: the last day of the month. ---

[[phase]]
code = "mobilise"
title = { zh = "动员部署", en = "Mobilisation" }
until = 2023-05-30

[[phase]]
code = "self-check"
title = { zh = "企业自查自改和部门帮扶", en = "Self-check by enterprises, help by units" }
until = 2023-07-31

[[phase]]
code = "enforce"
title = { zh = "部门精准执法", en = "Precise enforcement" }
until = 2023-10-31

[[phase]]
code = "conclude"
title = { zh = "总结提高", en = "Conclusion and improvement" }
until = 2023-12-31

# --- Sectors: 一(一). The high-hazard ones are those that 二(一)1 and 5 name; both lists end with 等, so more may be marked. ---

[[sector]]
code = "NON_COAL_MINING"

[[sector]]
code = "HAZARDOUS_CHEMICALS"
high_hazard = true

# Not in the list of 一(一), but among the high-hazard sectors of 二(一)1.
[[sector]]
code = "FIREWORKS"
high_hazard = true

[[sector]]
code = "SELF_BUILT_HOUSING"

[[sector]]
code = "TRANSPORT"
high_hazard = true

[[sector]]
code = "CONSTRUCTION"
high_hazard = true

[[sector]]
code = "FIRE_SAFETY"

[[sector]]
code = "AGRICULTURAL_MACHINERY"

[[sector]]
code = "GAS"

[[sector]]
code = "INDUSTRY_AND_TRADE"

[[sector]]
code = "NEW_BUSINESS_FORMS"

# --- Ladders. The notice names the bodies (督办, 约谈, 通报: 2.2.5, 4.1); the days are the office''s. ---
# `before` counts calendar days, `after` counts working days.

[[ladder]]
code = "enterprise"

[[ladder.step]]
kind = "REMIND"
before = 7
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 3
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 1
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "OVERDUE"
after = 1
to = ["RESPONSIBLE", "HEAD"]

[[ladder.step]]
kind = "ESCALATE_SUPERVISORS"
after = 3
to = ["VILLAGE", "REGULATOR"]

[[ladder.step]]
kind = "ESCALATE_OFFICE"
after = 7
to = ["SAFETY_OFFICE"]
proposes = "SUPERVISION"

[[ladder.step]]
kind = "ESCALATE_DISCIPLINE"
after = 14
to = ["DISCIPLINE_OFFICE"]
proposes = "INTERVIEW"

# Villages, units and the party office: they have no village and regulator above them.
[[ladder]]
code = "organ"

[[ladder.step]]
kind = "REMIND"
before = 7
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 3
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 1
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "OVERDUE"
after = 1
to = ["RESPONSIBLE", "HEAD"]

[[ladder.step]]
kind = "ESCALATE_OFFICE"
after = 7
to = ["SAFETY_OFFICE"]
proposes = "SUPERVISION"

[[ladder.step]]
kind = "ESCALATE_DISCIPLINE"
after = 14
to = ["DISCIPLINE_OFFICE"]
proposes = "INTERVIEW"

# The safety office''s own duties: only the discipline office stands beside it.
[[ladder]]
code = "office"

[[ladder.step]]
kind = "REMIND"
before = 7
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 3
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 1
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "OVERDUE"
after = 1
to = ["RESPONSIBLE", "HEAD"]

[[ladder.step]]
kind = "ESCALATE_DISCIPLINE"
after = 14
to = ["DISCIPLINE_OFFICE"]
proposes = "INTERVIEW"

# The rectification of a major hazard whose deadline nears or has passed.
[[ladder]]
code = "hazard"

[[ladder.step]]
kind = "REMIND"
before = 7
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 3
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "REMIND"
before = 1
to = ["RESPONSIBLE"]

[[ladder.step]]
kind = "OVERDUE"
after = 1
to = ["RESPONSIBLE", "HEAD"]

[[ladder.step]]
kind = "ESCALATE_SUPERVISORS"
after = 3
to = ["VILLAGE", "REGULATOR"]

[[ladder.step]]
kind = "ESCALATE_OFFICE"
after = 7
to = ["SAFETY_OFFICE"]
proposes = "SUPERVISION"

[[ladder.step]]
kind = "ESCALATE_DISCIPLINE"
after = 14
to = ["DISCIPLINE_OFFICE"]
proposes = "INTERVIEW"

# --- Enterprises: 二(一). The five tasks carry no date of their own; 三(二) sets the self-check''s end, 7月底前. ---

[[rule]]
code = "E01"
clauses = ["2.1.1"]
title = { zh = "学习判定标准并部署自查", en = "Study of the criteria and deployment of the self-check" }
action = { zh = "由主要负责人带头学习本行业重大事故隐患判定标准，部署对标对表自查自改，并登记该次学习部署活动。", en = "Have the head lead a study of your sector''s criteria for major hazards, deploy the self-check there, and record it as an activity." }
quote = "企业主要负责人要带头学习研究本行业领域重大事故隐患判定标准或重点检查事项，组织研究部署开展对标对表自查自改"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "activity", kind = "STUDY", led_by_head = true }]
ladder = "enterprise"

[[rule]]
code = "E02"
clauses = ["2.1.1"]
title = { zh = "建立重大事故隐患台账", en = "Ledger of major hazards" }
action = { zh = "申报重大事故隐患台账：填报隐患数量及分级情况；未发现重大隐患的，由主要负责人签字作零申报。", en = "Declare your ledger of major hazards with their number and grades, or a signed \"none found\"." }
quote = "组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "report", kind = "HAZARD_LEDGER" }]
ladder = "enterprise"

# The notice gives no days for E03, E04 and E06: 7, 1 and 10 are the office''s.
[[rule]]
code = "E03"
clauses = ["2.1.1"]
title = { zh = "制定重大隐患治理方案", en = "Remediation plan of a major hazard" }
action = { zh = "隐患判定为重大且不能立即整改的，7日内提交治理方案，写明责任人、措施、资金、期限和应急预案五项。", en = "Within 7 days of the grading submit a plan with all five elements: person responsible, measures, funds, deadline and emergency plan." }
quote = "需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费"
applies = { kind = "ENTERPRISE" }
cadence = { type = "event", on = "MAJOR_HAZARD_GRADED", days = 7 }
evidence = [{ record = "hazard_plan" }]
ladder = "enterprise"

[[rule]]
code = "E04"
clauses = ["2.1.1"]
title = { zh = "向监管部门报告重大隐患", en = "Report of a major hazard to the regulator" }
action = { zh = "隐患判定为重大后1日内，按分级属地原则向负有安全监管职责的部门报告，并登记报告记录。", en = "Within 1 day of the grading report the hazard to your regulator and record the report." }
quote = "按分级属地原则向负有安全监管职责的有关部门报告"
applies = { kind = "ENTERPRISE" }
cadence = { type = "event", on = "MAJOR_HAZARD_GRADED", days = 1 }
evidence = [{ record = "hazard_report" }]
ladder = "enterprise"

[[rule]]
code = "E05"
clauses = ["2.1.1"]
title = { zh = "主要负责人带队检查", en = "Head-led inspection" }
action = { zh = "由主要负责人带队检查本单位重大事故隐患排查整治情况并签名存档，每季度至少1次，高危行业领域企业每月至少1次。", en = "Have the head lead and sign an inspection of how major hazards are found and rectified: once a quarter at least, in high-hazard sectors once a month." }
quote = "专项行动期间，主要负责人要经常深入一线检查安全生产工作，每季度至少带队检查1次本单位重大事故隐患排查整治情况（危险化学品、烟花爆竹、交通运输、建筑施工等高危行业领域企业每月至少1次），检查记录要存档备查"
applies = { kind = "ENTERPRISE" }
cadence = { type = "every", period = "QUARTER", high_hazard = "MONTH" }
evidence = [{ record = "inspection", kinds = ["HEAD_LED"], led_by_head = true }]
ladder = "enterprise"

[[rule]]
code = "E06"
clauses = ["2.1.1"]
title = { zh = "吸取事故教训排查同类隐患", en = "Check for the same hazard after an accident" }
action = { zh = "收到事故警示后10日内排查本企业同类隐患，检查记录须引用该警示。", en = "Within 10 days of the accident alert inspect for the same hazard and cite the alert in the record." }
quote = "及时吸取专项行动期间市内外发生的典型事故教训，迅速组织排查整治本企业同类事故隐患"
applies = { kind = "ENTERPRISE" }
cadence = { type = "event", on = "ACCIDENT_ALERT", days = 10 }
evidence = [{ record = "inspection", kinds = ["SELF_CHECK", "HEAD_LED"], cites_alert = true }]
ladder = "enterprise"

[[rule]]
code = "E07"
clauses = ["2.1.1"]
title = { zh = "关键时间节点在岗值守", en = "Head on duty at key times" }
action = { zh = "关键时间节点期间，主要负责人每日在岗在位并逐日登记在岗记录。", en = "Be on duty as head on each day of the key period and record each day." }
quote = "安全生产关键时间节点要在岗在位、盯守现场、解决问题，确保安全。"
applies = { kind = "ENTERPRISE" }
cadence = { type = "event", on = "KEY_PERIOD" }
evidence = [{ record = "on_duty" }]
ladder = "enterprise"

[[rule]]
code = "E08"
clauses = ["2.1.2"]
title = { zh = "全员安全生产岗位责任制", en = "All-staff responsibility system" }
action = { zh = "编制从主要负责人到一线从业人员（含劳务派遣人员、实习生）的岗位责任清单，每个岗位落实到人并由本人确认。", en = "Draw up the list of posts from the head to the front line, dispatched workers and interns included, with each post assigned and acknowledged." }
quote = "企业主要负责人要建立健全全员安全生产岗位责任制，明确从主要负责人到一线从业人员（包括劳务派遣人员、实习生等）的安全生产岗位责任，推动各个岗位安全生产责任落实到位"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "responsibility_list", kind = "ALL_STAFF" }]
ladder = "enterprise"

# The 包保责任制 knows three guarantors: principal, technical and operating (主要负责人、技术负责人、操作负责人).
[[rule]]
code = "E09"
clauses = ["2.1.2"]
title = { zh = "重大危险源安全包保责任制", en = "Guarantors of major hazard installations" }
action = { zh = "为重大危险源明确主要负责人、技术负责人、操作负责人三名包保责任人，并由本人确认。", en = "Name the three guarantors of the installation (principal, technical, operating) and have each acknowledge." }
quote = "严格落实重大危险源安全包保责任制"
applies = { kind = "ENTERPRISE", any_trait = ["MAJOR_INSTALLATION"] }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "responsibility_list", kind = "GUARANTORS", min_positions = 3 }]
ladder = "enterprise"

[[rule]]
code = "E10"
clauses = ["2.1.2"]
title = { zh = "分管负责人职责清单和工作清单", en = "Duty list and worklist of each deputy head" }
action = { zh = "为每名分管负责人制定安全生产职责清单和本次专项行动工作清单，并由本人确认。", en = "Draw up a duty list and a worklist of this action for each deputy head and have each acknowledge." }
quote = "突出管理团队安全责任落实，组织制定企业各分管负责人安全生产职责清单和本次专项行动工作清单"
applies = { kind = "ENTERPRISE", any_trait = ["DEPUTIES"] }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "responsibility_list", kind = "DEPUTY", per_deputy = true }]
ladder = "enterprise"

[[rule]]
code = "E11"
clauses = ["2.1.2"]
title = { zh = "设置安全机构或配备安全管理人员", en = "Safety body or safety staff" }
action = { zh = "设置安全生产管理机构或配备专（兼）职安全生产管理人员，并登记任命记录。", en = "Set up a safety body or appoint full-time or part-time safety staff and record the appointment." }
quote = "按规定设置安全生产管理机构或者配备专兼职安全生产管理人员,保证其开展工作应当具备的条件"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "activity", kind = "APPOINTMENT" }]
ladder = "enterprise"

[[rule]]
code = "E12"
clauses = ["2.1.3"]
title = { zh = "全员安全警示教育", en = "All-staff warning education" }
action = { zh = "专门组织1次全员安全警示教育活动，并登记参加人员。", en = "Hold one warning-education session for all staff and record who attended." }
quote = "企业主要负责人要深刻吸取近期违规动火引发的重特大事故教训，专门组织开展1次全员安全警示教育活动"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "activity", kind = "WARNING_EDUCATION" }]
ladder = "enterprise"

[[rule]]
code = "E13"
clauses = ["2.1.3"]
title = { zh = "电气焊设备检查", en = "Inspection of welding equipment" }
action = { zh = "对电气焊设备进行全面安全检查，登记并签名检查记录。", en = "Inspect all welding equipment, and record and sign the inspection." }
quote = "组织对电气焊设备进行全面安全检查，严禁带病作业，不得使用淘汰或危及安全的电气焊设备"
applies = { kind = "ENTERPRISE", any_trait = ["HOT_WORK"] }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "inspection", kinds = ["SELF_CHECK", "HEAD_LED"], scope = "WELDING_EQUIPMENT" }]
ladder = "enterprise"

[[rule]]
code = "E14"
clauses = ["2.1.3"]
title = { zh = "动火等危险作业和关键岗位人员排查", en = "Check of hot-work and key-post staff" }
action = { zh = "对动火等危险作业人员和关键岗位人员落实岗位责任及持证情况进行1次全面排查，登记并签名检查记录。", en = "Check all hot-work and key-post staff once, their certificates included, and record and sign the inspection." }
quote = "举一反三组织对动火等危险作业人员以及易产生重大事故隐患的其他关键岗位人员落实岗位责任情况进行1次全面排查，严禁聘用和招请未经安全培训合格、未取得相关证书的人员在特种作业岗位上岗作业，明确“谁招请无证人员，谁负责任”的管理制度。"
applies = { kind = "ENTERPRISE", any_trait = ["HOT_WORK", "SPECIAL_POSTS"] }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "inspection", kinds = ["SELF_CHECK", "HEAD_LED"], scope = "KEY_POST_STAFF" }]
ladder = "enterprise"

[[rule]]
code = "E15"
clauses = ["2.1.4"]
title = { zh = "外包外租排查", en = "Check of contractors and tenants" }
action = { zh = "对全部外包外租项目和场所至少开展1次全面排查，覆盖每份合同，登记并签名检查记录。", en = "Check all contractors and tenants at least once, every contract covered, and record and sign the inspection." }
quote = "企业主要负责人要针对本企业生产经营项目和场所外包外租（包括委托、合作等类似方式）情况至少组织开展1次全面排查"
applies = { kind = "ENTERPRISE", any_trait = ["CONTRACTORS"] }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "inspection", kinds = ["SELF_CHECK", "HEAD_LED"], scope = "CONTRACTORS" }]
ladder = "enterprise"

[[rule]]
code = "E16"
clauses = ["2.1.5"]
title = { zh = "应急救援演练", en = "Emergency drill" }
action = { zh = "组织事故应急救援预案演练并登记演练记录和评估，每年至少1次，高危行业领域企业每半年至少1次。", en = "Hold an emergency drill and record it with its review: once a year at least, in high-hazard sectors once every half-year." }
quote = "企业主要负责人要根据本行业领域事故特点，每年至少组织开展1次事故应急救援预案演练（危险化学品、烟花爆竹、交通运输、建筑施工等高危行业领域企业每半年至少1次）"
applies = { kind = "ENTERPRISE" }
cadence = { type = "every", period = "YEAR", high_hazard = "HALF_YEAR" }
evidence = [{ record = "drill" }]
ladder = "enterprise"

[[rule]]
code = "E17"
clauses = ["3.2"]
title = { zh = "报告专项行动开展情况", en = "Report on the action" }
action = { zh = "向行业主管部门报送本企业专项行动开展情况报告。", en = "Submit a report on your part in the action to your sector''s regulator." }
quote = "及时向行业主管部门报告专项行动开展情况。"
applies = { kind = "ENTERPRISE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "report", kind = "ACTION_REPORT" }]
ladder = "enterprise"

# --- Villages and communities: 二(三), 三, 四(三). ---

[[rule]]
code = "V01"
clauses = ["2.3.2", "3.1"]
title = { zh = "召开动员部署会议", en = "Mobilisation meeting" }
action = { zh = "由主要负责同志亲自召开专题会议动员部署，并登记会议。", en = "Have the principal hold the mobilisation meeting in person and record it." }
quote = "主要负责同志要亲自组织召开专题会议进行动员部署，对专项行动作出具体安排"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-05-30 }] }
evidence = [{ record = "activity", kind = "MOBILISATION_MEETING", led_by_head = true }]
ladder = "organ"

[[rule]]
code = "V02"
clauses = ["2.3.2", "3.1"]
title = { zh = "成立领导机构、建立工作机制", en = "Leadership group and mechanism" }
action = { zh = "成立专项行动组织领导机构，建立工作机制，并登记备案。", en = "Set up the leadership group and its working mechanism and record it." }
quote = "各嘎查村社区及相关二级单位，结合镇里的方案，要迅速研究开展本地区专项行动工作，建立健全专项行动组织领导机构"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-05-30 }] }
evidence = [{ record = "activity", kind = "LEADERSHIP_GROUP" }]
ladder = "organ"

[[rule]]
code = "V03"
clauses = ["4.3"]
title = { zh = "报送动员部署情况和联系人", en = "Mobilisation report and contact person" }
action = { zh = "向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。", en = "Send the safety office the mobilisation report with the contact slip of annex 4." }
quote = "请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-05-25 }] }
evidence = [{ record = "report", kind = "CONTACTS" }]
ladder = "organ"

# 自5月下旬起: from the week of 05-22, in which the last third of May begins and the action with it.
[[rule]]
code = "V04"
clauses = ["4.3"]
title = { zh = "每周进展情况调度表（附件1）", en = "Weekly progress table, annex 1" }
action = { zh = "每周日（含）前向镇安委办报送本周进展情况调度表（附件1）。", en = "Send the safety office this week''s progress table, annex 1, by Sunday." }
quote = "自5月下旬起，每周调度各嘎查村社区、各有关二级单位工作进展情况（附件1、2）。"
applies = { kind = "VILLAGE" }
cadence = { type = "every", period = "WEEK" }
evidence = [{ record = "report", kind = "PROGRESS_TABLE" }]
ladder = "organ"

[[rule]]
code = "V05"
clauses = ["4.3"]
title = { zh = "报送贯彻落实情况", en = "Implementation reports" }
action = { zh = "向镇安委办报送贯彻落实情况报告，8月9日前、12月9日前各1次。", en = "Send the safety office an implementation report by 9 August and another by 9 December." }
quote = "于2023年8月9日、2023年12月9日前，将贯彻落实情况报镇安委会办公室（电子版同时报送镇安委会成员工作群内）。"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-08-09 }, { opens_on = 2023-08-10, by = 2023-12-09 }] }
evidence = [{ record = "report", kind = "IMPLEMENTATION" }]
ladder = "organ"

[[rule]]
code = "V06"
clauses = ["2.3.3"]
title = { zh = "安全生产月活动", en = "Safety-month activities" }
action = { zh = "6月份组织开展“安全生产月”专题活动，并登记活动。", en = "Hold a safety-month activity in June and record it." }
quote = "配合旗有关部门组织开展好6月份的“安全生产月”专题活动，将重大事故隐患排查整治、事故防范警示教育和应急演练作为重要内容"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ opens_on = 2023-06-01, by = 2023-06-30 }] }
evidence = [{ record = "activity", kind = "SAFETY_MONTH" }]
ladder = "organ"

# The notice sets no date; the end of the second phase is taken, so that the study comes before the enforcement.
[[rule]]
code = "V07"
clauses = ["2.3.1"]
title = { zh = "专题学习安全生产措施", en = "Topical study of the safety measures" }
action = { zh = "专题学习国家、自治区、市、旗各项安全生产措施和本镇责任清单，并登记学习活动。", en = "Hold a topical study of the listed national, regional, city and banner measures and the township''s duty list, and record it." }
quote = "要专题学习国务院安委会安全生产十五条硬措施、自治区五十三条、市六十六条具体措施和旗五十六条配套措施套措施以及《乌审召镇领导干部及部门2023年安全生产工作责任清单》任务及目标，逐条对照狠抓落实"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "activity", kind = "TOPICAL_STUDY" }]
ladder = "organ"

# The notice does not say how many enterprises: one signed visit fulfils it, and the coverage is shown beside.
[[rule]]
code = "V08"
clauses = ["3.2"]
title = { zh = "帮扶和抽查辖区企业", en = "Help and spot checks for the village''s enterprises" }
action = { zh = "对辖区重点企业开展帮扶，抽查企业自查自改情况，登记并签名检查记录。", en = "Help and spot-check the enterprises of your village, and record and sign each visit." }
quote = "各嘎查村社区、各有关二级单位要对重点行业、重点企业开展帮扶，对企业自查自改情况进行抽查检查。"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "inspection", kinds = ["ASSISTANCE", "SPOT_CHECK"], coverage_shown = true }]
ladder = "organ"

[[rule]]
code = "V09"
clauses = ["3.4"]
title = { zh = "报送总结", en = "Summary" }
action = { zh = "总结专项行动成效和经验做法，向镇安委办报送总结。", en = "Sum up the results and good practice of the action and send the summary to the safety office." }
quote = "全面总结专项行动取得的成效，系统梳理好经验、好做法"
applies = { kind = "VILLAGE" }
cadence = { type = "once", dates = [{ by = 2023-12-31 }] }
evidence = [{ record = "report", kind = "SUMMARY" }]
ladder = "organ"

# --- Secondary units, the regulators: 二(二), 三, 四(三). ---

[[rule]]
code = "R01"
clauses = ["3.1"]
title = { zh = "动员部署并明确重点事项及分工", en = "Mobilisation meeting and division of labour" }
action = { zh = "召开专题会议动员部署，并细化明确重点检查事项及人员分工，两项分别登记。", en = "Hold the mobilisation meeting and lay down the key items and the division of labour; record both." }
quote = "各嘎查村社区、各二级单位按照全镇总体部署要求，召开专题会议动员部署，落实专项行动方案，细化明确安全生产重大事故隐患重点检查事项及人员分工等，建立健全工作机制，严密组织实施。"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-05-30 }] }
evidence = [{ record = "activity", kind = "MOBILISATION_MEETING" }, { record = "activity", kind = "DIVISION_OF_LABOUR" }]
ladder = "organ"

# "First in the action" (首先在行动中): the end of the first phase.
[[rule]]
code = "R02"
clauses = ["2.2.1"]
title = { zh = "宣传通知判定标准", en = "Criteria made known" }
action = { zh = "将排查整治标准通知到行业内所有企业并宣传解读，宣传记录须列明每一家企业。", en = "Make the criteria known to every enterprise of your sector and name each in the publicity records." }
quote = "镇安委会有关成员单位可结合各自行业领域实际，适当补充完善相关整治内容，通知到行业内所有企业单位，并采取多种方式开展宣传解读。"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-05-30 }] }
evidence = [{ record = "activity", kind = "PUBLICITY", names_every_enterprise = true }]
ladder = "organ"

[[rule]]
code = "R03"
clauses = ["4.3"]
title = { zh = "报送动员部署情况和联系人", en = "Mobilisation report and contact person" }
action = { zh = "向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。", en = "Send the safety office the mobilisation report with the contact slip of annex 4." }
quote = "请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-05-25 }] }
evidence = [{ record = "report", kind = "CONTACTS" }]
ladder = "organ"

[[rule]]
code = "R04"
clauses = ["4.3"]
title = { zh = "每周进展情况调度表（附件2）", en = "Weekly progress table, annex 2" }
action = { zh = "每周日（含）前向镇安委办报送本周进展情况调度表（附件2）。", en = "Send the safety office this week''s progress table, annex 2, by Sunday." }
quote = "自5月下旬起，每周调度各嘎查村社区、各有关二级单位工作进展情况（附件1、2）。"
applies = { kind = "UNIT" }
cadence = { type = "every", period = "WEEK" }
evidence = [{ record = "report", kind = "PROGRESS_TABLE" }]
ladder = "organ"

# 利用企业自查自改阶段的时间: by the end of the second phase.
[[rule]]
code = "R05"
clauses = ["2.2.2"]
title = { zh = "执法人员专题培训", en = "Training of enforcement staff" }
action = { zh = "集中对监管执法人员开展安全生产专题培训，并登记培训。", en = "Train your enforcement staff in the criteria and the law and record the training." }
quote = "负有安全监管职责的各有关部门要利用企业自查自改阶段的时间，集中对监管执法人员开展安全生产专题培训"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "activity", kind = "TRAINING" }]
ladder = "organ"

[[rule]]
code = "R06"
clauses = ["2.2.3", "3.2"]
title = { zh = "帮扶和抽查行业企业", en = "Help and spot checks for the sector''s enterprises" }
action = { zh = "对本行业重点企业开展帮扶，抽查企业自查自改情况，登记并签名检查记录。", en = "Help and spot-check the enterprises of your sector, and record and sign each visit." }
quote = "负有安全监管职责的各有关二级单位要对本行业企业自查自改情况进行抽查检查，针对企业主要负责人前述五项重点任务落实情况精准严格执法"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-07-31 }] }
evidence = [{ record = "inspection", kinds = ["ASSISTANCE", "SPOT_CHECK"], coverage_shown = true }]
ladder = "organ"

# The third phase from its first day: the day after 7月底.
[[rule]]
code = "R07"
clauses = ["3.3"]
title = { zh = "精准执法检查", en = "Precise enforcement inspections" }
action = { zh = "8月1日至10月31日深入企业开展精准执法检查，登记并签名执法检查记录。", en = "From 1 August to 31 October carry out enforcement inspections in the enterprises, and record and sign each." }
quote = "有执法权力的相关二级单位，要聚焦安全生产重大事故隐患和重点检查事项，聚焦第一责任人履职情况，深入企业、一线开展精准执法检查"
applies = { kind = "UNIT", any_trait = ["ENFORCEMENT_POWER"] }
cadence = { type = "once", dates = [{ opens_on = 2023-08-01, by = 2023-10-31 }] }
evidence = [{ record = "inspection", kinds = ["ENFORCEMENT"], coverage_shown = true }]
ladder = "organ"

[[rule]]
code = "R08"
clauses = ["4.3"]
title = { zh = "报送贯彻落实情况", en = "Implementation reports" }
action = { zh = "向镇安委办报送贯彻落实情况报告，8月9日前、12月9日前各1次。", en = "Send the safety office an implementation report by 9 August and another by 9 December." }
quote = "于2023年8月9日、2023年12月9日前，将贯彻落实情况报镇安委会办公室（电子版同时报送镇安委会成员工作群内）。"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-08-09 }, { opens_on = 2023-08-10, by = 2023-12-09 }] }
evidence = [{ record = "report", kind = "IMPLEMENTATION" }]
ladder = "organ"

[[rule]]
code = "R09"
clauses = ["3.4"]
title = { zh = "报送总结", en = "Summary" }
action = { zh = "总结专项行动成效和经验做法，向镇安委办报送总结。", en = "Sum up the results and good practice of the action and send the summary to the safety office." }
quote = "全面总结专项行动取得的成效，系统梳理好经验、好做法"
applies = { kind = "UNIT" }
cadence = { type = "once", dates = [{ by = 2023-12-31 }] }
evidence = [{ record = "report", kind = "SUMMARY" }]
ladder = "organ"

# --- The safety office and the party-building office: 二(三)5, 三, 四(三). ---

[[rule]]
code = "O01"
clauses = ["4.3"]
title = { zh = "周统计", en = "Weekly statistics" }
action = { zh = "每周日（含）前汇总各嘎查村社区、二级单位进展情况，形成本周统计。", en = "Draw up this week''s statistics from the progress tables of villages and units by Sunday." }
quote = "镇安委会办公室建立周统计、月通报制度，自5月下旬起，每周调度各嘎查村社区、各有关二级单位工作进展情况（附件1、2）。"
applies = { kind = "SAFETY_OFFICE" }
cadence = { type = "every", period = "WEEK" }
evidence = [{ record = "report", kind = "STATISTICS" }]
ladder = "office"

# A month can be told of only when it is over; the 5th of the next month is the office''s choice. The first is June''s.
[[rule]]
code = "O02"
clauses = ["2.3.5", "4.3"]
title = { zh = "月通报整治进展", en = "Monthly bulletin on rectification" }
action = { zh = "次月5日前发布上月整治进展情况通报。", en = "Publish the month''s bulletin on rectification by the 5th of the next month." }
quote = "加强督导检查，每月通报整治进展情况，做到动态掌握、心中有数"
applies = { kind = "SAFETY_OFFICE" }
cadence = { type = "every", period = "MONTH", due_day_of_next_month = 5 }
evidence = [{ record = "report", kind = "BULLETIN" }]
ladder = "office"

# The notice says neither how often nor when; once in each phase is the office''s reading of 分四个阶段.
[[rule]]
code = "O03"
clauses = ["3"]
title = { zh = "联合督导检查", en = "Joint supervision" }
action = { zh = "会同镇纪委办、党政综合办对嘎查村社区和二级单位督导检查，每阶段至少1次，登记并签名督导记录。", en = "Supervise villages and units together with the discipline office and the general office at least once in each phase, and record and sign it." }
quote = "镇安委会办公室将会同镇纪委办、党政综合办对各嘎查村社区、各二级单位专项行动开展情况进行督导检查。"
applies = { kind = "SAFETY_OFFICE" }
cadence = { type = "each_phase" }
evidence = [{ record = "inspection", kinds = ["SUPERVISION"], coverage_shown = true }]
ladder = "office"

# Standing: no window and no evidence; it is shown as the state of the ledger itself.
[[rule]]
code = "O04"
clauses = ["2.3.5"]
title = { zh = "全镇重大隐患台账和督办", en = "Township ledger of major hazards and supervised rectification" }
action = { zh = "保持全镇重大事故隐患数据台账完整，对逾期或久拖不改的重大隐患挂牌督办。", en = "Keep the township''s ledger of major hazards complete and put hazards that are not rectified under supervision." }
quote = "镇安委办要建立全镇重大事故隐患数据台账，完善重大事故隐患整治督办制度"
applies = { kind = "SAFETY_OFFICE" }
cadence = { type = "standing" }

[[rule]]
code = "P01"
clauses = ["2.3.5"]
title = { zh = "纳入年度考核", en = "Counted in the yearly assessment" }
action = { zh = "将重大事故隐患排查整治开展情况纳入2023年度考核重点内容，并登记考核记录。", en = "Count the campaign among the key items of the yearly assessment of 2023 and record it." }
quote = "镇基层党建办要将重大事故隐患排查整治开展情况纳入2023年度考核的重点内容"
applies = { kind = "PARTY_OFFICE" }
cadence = { type = "once", dates = [{ by = 2023-12-31 }] }
evidence = [{ record = "activity", kind = "ASSESSMENT" }]
ladder = "organ"
', '8550477b05a42ba5b81d7cc536f14860985646891384dde4257a9c374da856e3', TRUE, '2023-05-21T04:00:00+00:00');
INSERT INTO "duty" ("id", "organization_id", "rule_code", "cadence", "begins_on", "ended_on", "ended_as", "owner_id", "created_at") VALUES
(X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', 'WEEK', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', 'MONTH', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080db744c3bfa6ba6', X'01883c76d2007000802b777b43fbd030', 'O03', 'EACH_PHASE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008220596329f35819', X'01883c76d20070008214955d466bcada', 'V01', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082293dcaac93b21e', X'01883c76d20070008214955d466bcada', 'V02', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008230f04d409e4996', X'01883c76d20070008214955d466bcada', 'V03', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', 'WEEK', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082be111a57076a56', X'01883c76d20070008214955d466bcada', 'V05', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082cb44219d8046d1', X'01883c76d20070008214955d466bcada', 'V06', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082d2550582390d32', X'01883c76d20070008214955d466bcada', 'V07', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082db51fea20ed745', X'01883c76d20070008214955d466bcada', 'V08', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082e36965a5b5d464', X'01883c76d20070008214955d466bcada', 'V09', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000860269b9435f18cf', X'01883c76d200700085f404e4938a7f0f', 'V01', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008608bb08fdbd3307', X'01883c76d200700085f404e4938a7f0f', 'V02', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086116ea50c49e6a8', X'01883c76d200700085f404e4938a7f0f', 'V03', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', 'WEEK', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000869eba0678e7fb8d', X'01883c76d200700085f404e4938a7f0f', 'V05', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086aabaef9486ef14', X'01883c76d200700085f404e4938a7f0f', 'V06', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086b1452a4c73a0ba', X'01883c76d200700085f404e4938a7f0f', 'V07', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086b954af8fd7ce27', X'01883c76d200700085f404e4938a7f0f', 'V08', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086c2e7cb0f9adce3', X'01883c76d200700085f404e4938a7f0f', 'V09', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ada7d278838f7c7', X'01883c76d20070008acf631d8612a6a3', 'R01', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ae11b3d50b2ca00', X'01883c76d20070008acf631d8612a6a3', 'R02', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008aeaa231fd7e7dfa', X'01883c76d20070008acf631d8612a6a3', 'R03', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', 'WEEK', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b76e2041c803159', X'01883c76d20070008acf631d8612a6a3', 'R05', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b7e3be7413799fc', X'01883c76d20070008acf631d8612a6a3', 'R06', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b84672c3e2b7535', X'01883c76d20070008acf631d8612a6a3', 'R07', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b8e6847f0344e01', X'01883c76d20070008acf631d8612a6a3', 'R08', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b9a4505a4d7f3f2', X'01883c76d20070008acf631d8612a6a3', 'R09', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098de1144d1d83563', X'01883c76d200700098d30bb63b8a2520', 'E01', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098e6636cfec3053f', X'01883c76d200700098d30bb63b8a2520', 'E02', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098efac8003dbf78e', X'01883c76d200700098d30bb63b8a2520', 'E03', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098f3a42b6aebad66', X'01883c76d200700098d30bb63b8a2520', 'E04', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', 'MONTH', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000991579467fc7cac2', X'01883c76d200700098d30bb63b8a2520', 'E06', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000991a8e053bb4ff4f', X'01883c76d200700098d30bb63b8a2520', 'E07', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000991f60e716689915', X'01883c76d200700098d30bb63b8a2520', 'E08', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099278e59851047e0', X'01883c76d200700098d30bb63b8a2520', 'E11', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000992e7456b7b4e436', X'01883c76d200700098d30bb63b8a2520', 'E12', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000993643274b6d0912', X'01883c76d200700098d30bb63b8a2520', 'E13', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000993f1d209b3f01c3', X'01883c76d200700098d30bb63b8a2520', 'E14', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000994506632c6196ba', X'01883c76d200700098d30bb63b8a2520', 'E16', 'HALF_YEAR', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009951e42add4c6890', X'01883c76d200700098d30bb63b8a2520', 'E17', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000999eb03b9710e785', X'01883c76d200700099907d5ccfa717de', 'E01', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099a4c48349573d1a', X'01883c76d200700099907d5ccfa717de', 'E02', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099ae3bee59438721', X'01883c76d200700099907d5ccfa717de', 'E03', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099b267a61b3004c3', X'01883c76d200700099907d5ccfa717de', 'E04', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', 'MONTH', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099d7a01d198f1612', X'01883c76d200700099907d5ccfa717de', 'E06', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099db69f6917cbd38', X'01883c76d200700099907d5ccfa717de', 'E07', 'EVENT', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099dcb0f612164bc3', X'01883c76d200700099907d5ccfa717de', 'E08', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099e73f4be74b3288', X'01883c76d200700099907d5ccfa717de', 'E11', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099ed91cd33127a93', X'01883c76d200700099907d5ccfa717de', 'E12', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099f7dcc0e446b8c0', X'01883c76d200700099907d5ccfa717de', 'E16', 'HALF_YEAR', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a016b6c3eaad288', X'01883c76d200700099907d5ccfa717de', 'E17', 'ONCE', '2023-05-22', NULL, NULL, NULL, '2023-05-21T04:00:00+00:00');
INSERT INTO "window" ("id", "duty_id", "organization_id", "rule_code", "hazard_id", "starts_on", "opens_on", "closes_on", "due_on", "required", "fulfilled_on", "fulfilled_recorded_at", "ended_on", "ended_as", "ended_reason", "opened_noted", "overdue_noted", "step_taken", "check_after", "failures", "created_at") VALUES
(X'01883c76d2007000803b9224ba8feed8', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-05-22', '2023-05-22', '2023-05-28', '2023-05-28', 1, '2023-05-26', '2023-05-26T02:48:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000803e1dd813fedfa6', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-05-29', '2023-05-29', '2023-06-04', '2023-06-04', 1, '2023-06-01', '2023-06-01T02:49:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008042d898e5dadc74', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-06-05', '2023-06-05', '2023-06-11', '2023-06-11', 1, '2023-06-08', '2023-06-08T08:05:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008044929bb05cac4f', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-06-12', '2023-06-12', '2023-06-18', '2023-06-18', 1, '2023-06-16', '2023-06-16T07:37:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080495973a3a61838', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-06-19', '2023-06-19', '2023-06-25', '2023-06-25', 1, '2023-06-25', '2023-06-25T08:48:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000804c00c4f8029c42', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-06-26', '2023-06-26', '2023-07-02', '2023-07-02', 1, '2023-06-30', '2023-06-30T05:07:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008052fb335c692c03', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-07-03', '2023-07-03', '2023-07-09', '2023-07-09', 1, '2023-07-07', '2023-07-07T03:52:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000805729c8493dea9d', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-07-10', '2023-07-10', '2023-07-16', '2023-07-16', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080583f388b960697', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-07-17', '2023-07-17', '2023-07-23', '2023-07-23', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-16T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000805dd4675dcec71c', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-07-24', '2023-07-24', '2023-07-30', '2023-07-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000806372a21337eaa9', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-07-31', '2023-07-31', '2023-08-06', '2023-08-06', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000806563b909ad038b', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-08-07', '2023-08-07', '2023-08-13', '2023-08-13', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-06T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000806af1c88142346b', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-08-14', '2023-08-14', '2023-08-20', '2023-08-20', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-13T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000806c5c0df5594429', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-08-21', '2023-08-21', '2023-08-27', '2023-08-27', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-20T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008073812d7b828c90', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-08-28', '2023-08-28', '2023-09-03', '2023-09-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-27T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000807780a00436dd33', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-09-04', '2023-09-04', '2023-09-10', '2023-09-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000807862f045c462e8', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-09-11', '2023-09-11', '2023-09-17', '2023-09-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000807f726b900f3b37', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-09-18', '2023-09-18', '2023-09-24', '2023-09-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000808166a56539b8aa', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-09-25', '2023-09-25', '2023-10-01', '2023-10-01', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080843aa7a6a916e7', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-10-02', '2023-10-02', '2023-10-08', '2023-10-08', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000808aeaf81450e493', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-10-09', '2023-10-09', '2023-10-15', '2023-10-15', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-08T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000808f1c85bd7622a8', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-10-16', '2023-10-16', '2023-10-22', '2023-10-22', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-15T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080931d9ad3af5b94', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-10-23', '2023-10-23', '2023-10-29', '2023-10-29', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-22T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008095f52eb622158f', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-10-30', '2023-10-30', '2023-11-05', '2023-11-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-29T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000809822f406bbf676', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-11-06', '2023-11-06', '2023-11-12', '2023-11-12', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-05T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000809c41d41d55be65', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-11-13', '2023-11-13', '2023-11-19', '2023-11-19', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080a14e4fe8ee31b2', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-11-20', '2023-11-20', '2023-11-26', '2023-11-26', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-19T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080a76a076bbcb6f7', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-11-27', '2023-11-27', '2023-12-03', '2023-12-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-26T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080ab41812261f34e', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-12-04', '2023-12-04', '2023-12-10', '2023-12-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080ae9051768c26f4', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-12-11', '2023-12-11', '2023-12-17', '2023-12-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080b35f4b33f40cbc', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-12-18', '2023-12-18', '2023-12-24', '2023-12-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080b6efed8bebfc4c', X'01883c76d20070008034f6f42b391bc1', X'01883c76d2007000802b777b43fbd030', 'O01', NULL, '2023-12-25', '2023-12-25', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080bdc9d93fe8caea', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-06-01', '2023-06-01', '2023-06-30', '2023-07-05', 1, '2023-07-04', '2023-07-04T03:28:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080c1d98a5b227362', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-07-01', '2023-07-01', '2023-07-31', '2023-08-05', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-27T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080c4f5b09b06a451', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-08-01', '2023-08-01', '2023-08-31', '2023-09-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080c9230c5aaf903d', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-09-01', '2023-09-01', '2023-09-30', '2023-10-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080ce107c8a4341e5', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-10-01', '2023-10-01', '2023-10-31', '2023-11-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080d095017ebb9250', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-11-01', '2023-11-01', '2023-11-30', '2023-12-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080d7dd00dfc5b48e', X'01883c76d200700080b92bc3fc6559f5', X'01883c76d2007000802b777b43fbd030', 'O02', NULL, '2023-12-01', '2023-12-01', '2023-12-31', '2024-01-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080dc396c241f1d54', X'01883c76d200700080db744c3bfa6ba6', X'01883c76d2007000802b777b43fbd030', 'O03', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-29', '2023-05-29T03:33:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080e3f3bc6a5aedd0', X'01883c76d200700080db744c3bfa6ba6', X'01883c76d2007000802b777b43fbd030', 'O03', NULL, '2023-05-31', '2023-05-31', '2023-07-31', '2023-07-31', 1, '2023-06-09', '2023-06-09T08:58:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080e53d8e152263ba', X'01883c76d200700080db744c3bfa6ba6', X'01883c76d2007000802b777b43fbd030', 'O03', NULL, '2023-08-01', '2023-08-01', '2023-10-31', '2023-10-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080eaa39609f365be', X'01883c76d200700080db744c3bfa6ba6', X'01883c76d2007000802b777b43fbd030', 'O03', NULL, '2023-11-01', '2023-11-01', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008224c9d7c6ccc33c', X'01883c76d20070008220596329f35819', X'01883c76d20070008214955d466bcada', 'V01', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-29', '2023-05-29T07:27:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000822d60c7b985c5bd', X'01883c76d200700082293dcaac93b21e', X'01883c76d20070008214955d466bcada', 'V02', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-29', '2023-05-29T02:15:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008236d0f8d1d7e155', X'01883c76d20070008230f04d409e4996', X'01883c76d20070008214955d466bcada', 'V03', NULL, '2023-05-22', '2023-05-22', '2023-05-25', '2023-05-25', 1, '2023-05-24', '2023-05-24T03:52:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000823fc9b0f7d8090b', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-05-22', '2023-05-22', '2023-05-28', '2023-05-28', 1, '2023-05-26', '2023-05-26T05:19:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008240c52a46488a5b', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-05-29', '2023-05-29', '2023-06-04', '2023-06-04', 1, '2023-06-01', '2023-06-01T08:40:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082443da27e0ef4de', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-06-05', '2023-06-05', '2023-06-11', '2023-06-11', 1, '2023-06-09', '2023-06-09T08:34:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000824a6f136f091348', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-06-12', '2023-06-12', '2023-06-18', '2023-06-18', 1, '2023-06-15', '2023-06-15T03:33:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000824da710944e8ab4', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-06-19', '2023-06-19', '2023-06-25', '2023-06-25', 1, '2023-06-25', '2023-06-25T04:16:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082502173b0b290bc', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-06-26', '2023-06-26', '2023-07-02', '2023-07-02', 1, '2023-06-30', '2023-06-30T03:01:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082540870cf490214', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-07-03', '2023-07-03', '2023-07-09', '2023-07-09', 1, '2023-07-07', '2023-07-07T03:45:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000825a8789bde1b96e', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-07-10', '2023-07-10', '2023-07-16', '2023-07-16', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000825e26f2dd744caf', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-07-17', '2023-07-17', '2023-07-23', '2023-07-23', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-16T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000826195c88e2c8db9', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-07-24', '2023-07-24', '2023-07-30', '2023-07-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008266b456436c1905', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-07-31', '2023-07-31', '2023-08-06', '2023-08-06', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000826b0469eacff0a1', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-08-07', '2023-08-07', '2023-08-13', '2023-08-13', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-06T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000826ddda5ac02657a', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-08-14', '2023-08-14', '2023-08-20', '2023-08-20', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-13T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008270f626e58dff10', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-08-21', '2023-08-21', '2023-08-27', '2023-08-27', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-20T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008274532a7bab782a', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-08-28', '2023-08-28', '2023-09-03', '2023-09-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-27T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000827b0a470fbca72a', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-09-04', '2023-09-04', '2023-09-10', '2023-09-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000827e9aa26ea7a4e0', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-09-11', '2023-09-11', '2023-09-17', '2023-09-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008280ab2ff4d5b47e', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-09-18', '2023-09-18', '2023-09-24', '2023-09-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082873f4a7ee18678', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-09-25', '2023-09-25', '2023-10-01', '2023-10-01', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000828b67c4d1721712', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-10-02', '2023-10-02', '2023-10-08', '2023-10-08', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000828c10973833ca2e', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-10-09', '2023-10-09', '2023-10-15', '2023-10-15', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-08T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000829133361977900b', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-10-16', '2023-10-16', '2023-10-22', '2023-10-22', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-15T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000829560bf2c978524', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-10-23', '2023-10-23', '2023-10-29', '2023-10-29', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-22T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000829a10c3e3732d82', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-10-30', '2023-10-30', '2023-11-05', '2023-11-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-29T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000829d5cd3d865d35b', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-11-06', '2023-11-06', '2023-11-12', '2023-11-12', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-05T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082a3d672c3437eb9', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-11-13', '2023-11-13', '2023-11-19', '2023-11-19', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082a540b1f9265260', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-11-20', '2023-11-20', '2023-11-26', '2023-11-26', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-19T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082a909249dc69b55', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-11-27', '2023-11-27', '2023-12-03', '2023-12-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-26T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082acc5308ab7dceb', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-12-04', '2023-12-04', '2023-12-10', '2023-12-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082b0c0e7950540b6', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-12-11', '2023-12-11', '2023-12-17', '2023-12-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082b5266a2d1329ed', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-12-18', '2023-12-18', '2023-12-24', '2023-12-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082b9ad7b8de75ef1', X'01883c76d2007000823a683c114870fe', X'01883c76d20070008214955d466bcada', 'V04', NULL, '2023-12-25', '2023-12-25', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082c05bc55bad7a6a', X'01883c76d200700082be111a57076a56', X'01883c76d20070008214955d466bcada', 'V05', NULL, '2023-05-22', '2023-05-22', '2023-08-09', '2023-08-09', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-08-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082c62ca73c880764', X'01883c76d200700082be111a57076a56', X'01883c76d20070008214955d466bcada', 'V05', NULL, '2023-08-10', '2023-08-10', '2023-12-09', '2023-12-09', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-09T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082cc295c9d3f7990', X'01883c76d200700082cb44219d8046d1', X'01883c76d20070008214955d466bcada', 'V06', NULL, '2023-06-01', '2023-06-01', '2023-06-30', '2023-06-30', 1, '2023-06-19', '2023-06-19T08:11:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082d5bd5fc3a04287', X'01883c76d200700082d2550582390d32', X'01883c76d20070008214955d466bcada', 'V07', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082de9896e4c5be70', X'01883c76d200700082db51fea20ed745', X'01883c76d20070008214955d466bcada', 'V08', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-05-29', '2023-05-29T01:56:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082e5fa59d0b56b1e', X'01883c76d200700082e36965a5b5d464', X'01883c76d20070008214955d466bcada', 'V09', NULL, '2023-05-22', '2023-05-22', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-12-21T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008604e7ab35ac7f22', X'01883c76d2007000860269b9435f18cf', X'01883c76d200700085f404e4938a7f0f', 'V01', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-24', '2023-05-24T02:45:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 0, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000860ff99d62bec218', X'01883c76d20070008608bb08fdbd3307', X'01883c76d200700085f404e4938a7f0f', 'V02', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-29', '2023-05-29T07:31:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008614f91aa2d4d639', X'01883c76d200700086116ea50c49e6a8', X'01883c76d200700085f404e4938a7f0f', 'V03', NULL, '2023-05-22', '2023-05-22', '2023-05-25', '2023-05-25', 1, '2023-05-24', '2023-05-24T05:36:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000861c3b68e0ee79ec', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-05-22', '2023-05-22', '2023-05-28', '2023-05-28', 1, '2023-05-25', '2023-05-25T02:21:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086215b3da8a42db0', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-05-29', '2023-05-29', '2023-06-04', '2023-06-04', 1, '2023-06-02', '2023-06-02T03:09:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008624d53ee59acf28', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-06-05', '2023-06-05', '2023-06-11', '2023-06-11', 1, '2023-06-08', '2023-06-08T07:12:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000862924d3b701ecb1', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-06-12', '2023-06-12', '2023-06-18', '2023-06-18', 1, '2023-06-15', '2023-06-15T01:27:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000862edb4f9065ed37', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-06-19', '2023-06-19', '2023-06-25', '2023-06-25', 1, '2023-06-25', '2023-06-25T01:26:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000863271adaf3746c7', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-06-26', '2023-06-26', '2023-07-02', '2023-07-02', 1, '2023-06-30', '2023-06-30T03:36:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000863591ad45791e57', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-07-03', '2023-07-03', '2023-07-09', '2023-07-09', 1, '2023-07-06', '2023-07-06T03:06:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086380c00e3ef230f', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-07-10', '2023-07-10', '2023-07-16', '2023-07-16', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000863fbebdef3f209c', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-07-17', '2023-07-17', '2023-07-23', '2023-07-23', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-16T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086415fd4c5231917', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-07-24', '2023-07-24', '2023-07-30', '2023-07-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008646c691c4635e95', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-07-31', '2023-07-31', '2023-08-06', '2023-08-06', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000864af00f7b05801f', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-08-07', '2023-08-07', '2023-08-13', '2023-08-13', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-06T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000864de4f94462921e', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-08-14', '2023-08-14', '2023-08-20', '2023-08-20', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-13T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00');
INSERT INTO "window" ("id", "duty_id", "organization_id", "rule_code", "hazard_id", "starts_on", "opens_on", "closes_on", "due_on", "required", "fulfilled_on", "fulfilled_recorded_at", "ended_on", "ended_as", "ended_reason", "opened_noted", "overdue_noted", "step_taken", "check_after", "failures", "created_at") VALUES
(X'01883c76d20070008653e86cf5518d2c', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-08-21', '2023-08-21', '2023-08-27', '2023-08-27', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-20T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008654e37a3d790c24', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-08-28', '2023-08-28', '2023-09-03', '2023-09-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-27T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000865880ba4e7b7f17', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-09-04', '2023-09-04', '2023-09-10', '2023-09-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000865c374b887be1a4', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-09-11', '2023-09-11', '2023-09-17', '2023-09-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000866294bf585d41d8', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-09-18', '2023-09-18', '2023-09-24', '2023-09-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008665e589604410e3', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-09-25', '2023-09-25', '2023-10-01', '2023-10-01', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000866bd052f345b899', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-10-02', '2023-10-02', '2023-10-08', '2023-10-08', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000866caa42b6874d4a', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-10-09', '2023-10-09', '2023-10-15', '2023-10-15', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-08T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000867240e63aa712cf', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-10-16', '2023-10-16', '2023-10-22', '2023-10-22', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-15T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008676cca0e262de36', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-10-23', '2023-10-23', '2023-10-29', '2023-10-29', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-22T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008679fce191809a20', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-10-30', '2023-10-30', '2023-11-05', '2023-11-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-29T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000867ee8888cdb2ecf', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-11-06', '2023-11-06', '2023-11-12', '2023-11-12', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-05T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008683ac587f1129c5', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-11-13', '2023-11-13', '2023-11-19', '2023-11-19', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086840fb5daa6a65a', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-11-20', '2023-11-20', '2023-11-26', '2023-11-26', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-19T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008689062d5e78eb0a', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-11-27', '2023-11-27', '2023-12-03', '2023-12-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-26T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000868cc205d8920653', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-12-04', '2023-12-04', '2023-12-10', '2023-12-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008690575915426672', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-12-11', '2023-12-11', '2023-12-17', '2023-12-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000869645b8b59199b9', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-12-18', '2023-12-18', '2023-12-24', '2023-12-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000869b6932bc60db1c', X'01883c76d2007000861a009c4203084b', X'01883c76d200700085f404e4938a7f0f', 'V04', NULL, '2023-12-25', '2023-12-25', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086a32d29525f96a8', X'01883c76d2007000869eba0678e7fb8d', X'01883c76d200700085f404e4938a7f0f', 'V05', NULL, '2023-05-22', '2023-05-22', '2023-08-09', '2023-08-09', 1, '2023-06-26', '2023-06-26T08:01:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086a4ff7fd2a8e348', X'01883c76d2007000869eba0678e7fb8d', X'01883c76d200700085f404e4938a7f0f', 'V05', NULL, '2023-08-10', '2023-08-10', '2023-12-09', '2023-12-09', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-09T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086aeba0e0449b74b', X'01883c76d200700086aabaef9486ef14', X'01883c76d200700085f404e4938a7f0f', 'V06', NULL, '2023-06-01', '2023-06-01', '2023-06-30', '2023-06-30', 1, '2023-06-02', '2023-06-02T05:28:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086b7751d1d82fd65', X'01883c76d200700086b1452a4c73a0ba', X'01883c76d200700085f404e4938a7f0f', 'V07', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-07-10', '2023-07-10T07:36:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086bd0ca6f6b9e04f', X'01883c76d200700086b954af8fd7ce27', X'01883c76d200700085f404e4938a7f0f', 'V08', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-05', '2023-06-05T04:46:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086c4368dca367802', X'01883c76d200700086c2e7cb0f9adce3', X'01883c76d200700085f404e4938a7f0f', 'V09', NULL, '2023-05-22', '2023-05-22', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-12-21T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008adc2c8bb1cf8d84', X'01883c76d20070008ada7d278838f7c7', X'01883c76d20070008acf631d8612a6a3', 'R01', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-26', '2023-05-26T07:08:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ae5f02d2522dc76', X'01883c76d20070008ae11b3d50b2ca00', X'01883c76d20070008acf631d8612a6a3', 'R02', NULL, '2023-05-22', '2023-05-22', '2023-05-30', '2023-05-30', 1, '2023-05-26', '2023-05-26T01:08:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008aee15ecb04194df', X'01883c76d20070008aeaa231fd7e7dfa', X'01883c76d20070008acf631d8612a6a3', 'R03', NULL, '2023-05-22', '2023-05-22', '2023-05-25', '2023-05-25', 1, '2023-05-24', '2023-05-24T01:58:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008af6c244e1f9250f', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-05-22', '2023-05-22', '2023-05-28', '2023-05-28', 1, '2023-05-26', '2023-05-26T05:47:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008af803c4ab4de485', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-05-29', '2023-05-29', '2023-06-04', '2023-06-04', 1, '2023-06-02', '2023-06-02T01:47:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008afcbf0bea1fef28', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-06-05', '2023-06-05', '2023-06-11', '2023-06-11', 1, '2023-06-08', '2023-06-08T07:21:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 1, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b010af5ded3a7a3', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-06-12', '2023-06-12', '2023-06-18', '2023-06-18', 1, '2023-06-16', '2023-06-16T03:31:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b0627d95ea45974', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-06-19', '2023-06-19', '2023-06-25', '2023-06-25', 1, '2023-06-25', '2023-06-25T04:00:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b09a3454c91ff15', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-06-26', '2023-06-26', '2023-07-02', '2023-07-02', 1, '2023-06-30', '2023-06-30T02:45:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b0dd3229f75af8e', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-07-03', '2023-07-03', '2023-07-09', '2023-07-09', 1, '2023-07-07', '2023-07-07T01:57:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 2, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b136aaf68c7a178', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-07-10', '2023-07-10', '2023-07-16', '2023-07-16', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b155327dc8a3cb7', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-07-17', '2023-07-17', '2023-07-23', '2023-07-23', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-16T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b1982cc03027f5c', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-07-24', '2023-07-24', '2023-07-30', '2023-07-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b1ead3e7f72d7df', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-07-31', '2023-07-31', '2023-08-06', '2023-08-06', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b2329537e08247b', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-08-07', '2023-08-07', '2023-08-13', '2023-08-13', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-06T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b26f6442f195b6f', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-08-14', '2023-08-14', '2023-08-20', '2023-08-20', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-13T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b29083381577c81', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-08-21', '2023-08-21', '2023-08-27', '2023-08-27', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-20T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b2c988ad86c0f46', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-08-28', '2023-08-28', '2023-09-03', '2023-09-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-27T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b31f9d4db787c06', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-09-04', '2023-09-04', '2023-09-10', '2023-09-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b36000ed7678e6a', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-09-11', '2023-09-11', '2023-09-17', '2023-09-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b39b646425dd88d', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-09-18', '2023-09-18', '2023-09-24', '2023-09-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b3fb2760af7841d', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-09-25', '2023-09-25', '2023-10-01', '2023-10-01', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b410f5d925c62c3', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-10-02', '2023-10-02', '2023-10-08', '2023-10-08', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b44713d457c5760', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-10-09', '2023-10-09', '2023-10-15', '2023-10-15', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-08T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b496e0164e46bb5', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-10-16', '2023-10-16', '2023-10-22', '2023-10-22', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-15T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b4d2ea317278b5d', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-10-23', '2023-10-23', '2023-10-29', '2023-10-29', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-22T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b537a1339c65b83', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-10-30', '2023-10-30', '2023-11-05', '2023-11-05', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-29T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b548c940f0aa179', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-11-06', '2023-11-06', '2023-11-12', '2023-11-12', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-05T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b59fd6df6421fd1', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-11-13', '2023-11-13', '2023-11-19', '2023-11-19', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-12T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b5c1ab1996f7f16', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-11-20', '2023-11-20', '2023-11-26', '2023-11-26', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-19T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b6196d7cde739eb', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-11-27', '2023-11-27', '2023-12-03', '2023-12-03', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-26T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b652f9f2cffca1b', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-12-04', '2023-12-04', '2023-12-10', '2023-12-10', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-03T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b6a80eeafd6b082', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-12-11', '2023-12-11', '2023-12-17', '2023-12-17', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-10T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b6e7804a9314af8', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-12-18', '2023-12-18', '2023-12-24', '2023-12-24', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-17T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b7385595e6526e9', X'01883c76d20070008af093d136fb7e2d', X'01883c76d20070008acf631d8612a6a3', 'R04', NULL, '2023-12-25', '2023-12-25', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-12-24T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b7b9987c5f2d157', X'01883c76d20070008b76e2041c803159', X'01883c76d20070008acf631d8612a6a3', 'R05', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-16', '2023-06-16T01:24:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b8292899c6ae8d8', X'01883c76d20070008b7e3be7413799fc', X'01883c76d20070008acf631d8612a6a3', 'R06', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-05-29', '2023-05-29T03:01:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b8a75088c10e8fd', X'01883c76d20070008b84672c3e2b7535', X'01883c76d20070008acf631d8612a6a3', 'R07', NULL, '2023-08-01', '2023-08-01', '2023-10-31', '2023-10-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b91349c0df0afb4', X'01883c76d20070008b8e6847f0344e01', X'01883c76d20070008acf631d8612a6a3', 'R08', NULL, '2023-05-22', '2023-05-22', '2023-08-09', '2023-08-09', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-08-01T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b964b8b29f7898b', X'01883c76d20070008b8e6847f0344e01', X'01883c76d20070008acf631d8612a6a3', 'R08', NULL, '2023-08-10', '2023-08-10', '2023-12-09', '2023-12-09', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-09T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008b9ce59440b6246f', X'01883c76d20070008b9a4505a4d7f3f2', X'01883c76d20070008acf631d8612a6a3', 'R09', NULL, '2023-05-22', '2023-05-22', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-12-21T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098e028a98c2a60b4', X'01883c76d200700098de1144d1d83563', X'01883c76d200700098d30bb63b8a2520', 'E01', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-06', '2023-06-06T07:29:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098ea4a759802e834', X'01883c76d200700098e6636cfec3053f', X'01883c76d200700098d30bb63b8a2520', 'E02', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-05', '2023-06-05T08:55:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098f94b06fe02915d', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-06-01', '2023-06-01', '2023-06-30', '2023-06-30', 1, '2023-06-19', '2023-06-19T02:06:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098fe123eae825af1', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-07-01', '2023-07-01', '2023-07-31', '2023-07-31', 1, '2023-07-11', '2023-07-11T07:59:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009902f11c85b43f63', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-08-01', '2023-08-01', '2023-08-31', '2023-08-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009904325b5053ed98', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-09-01', '2023-09-01', '2023-09-30', '2023-09-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000990a62d9a528a3fd', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-10-01', '2023-10-01', '2023-10-31', '2023-10-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000990ea3ff31cd0c82', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-11-01', '2023-11-01', '2023-11-30', '2023-11-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099134f25296238b4', X'01883c76d200700098f58fa8260b5141', X'01883c76d200700098d30bb63b8a2520', 'E05', NULL, '2023-12-01', '2023-12-01', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009920855d75a309e0', X'01883c76d2007000991f60e716689915', X'01883c76d200700098d30bb63b8a2520', 'E08', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-07-05', '2023-07-05T06:08:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000992a70bfb8516636', X'01883c76d200700099278e59851047e0', X'01883c76d200700098d30bb63b8a2520', 'E11', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-25', '2023-06-25T08:07:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099331aa67b21c1e0', X'01883c76d2007000992e7456b7b4e436', X'01883c76d200700098d30bb63b8a2520', 'E12', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-16', '2023-06-16T08:02:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000993ae9c0c62cf73e', X'01883c76d2007000993643274b6d0912', X'01883c76d200700098d30bb63b8a2520', 'E13', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-19', '2023-06-19T01:49:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009941e5d54235adbc', X'01883c76d2007000993f1d209b3f01c3', X'01883c76d200700098d30bb63b8a2520', 'E14', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-30', '2023-06-30T01:08:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000994bf86327d4995a', X'01883c76d2007000994506632c6196ba', X'01883c76d200700098d30bb63b8a2520', 'E16', NULL, '2023-05-22', '2023-01-01', '2023-06-30', '2023-06-30', 1, '2023-06-13', '2023-06-13T01:24:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000994c05b37d046c5e', X'01883c76d2007000994506632c6196ba', X'01883c76d200700098d30bb63b8a2520', 'E16', NULL, '2023-07-01', '2023-07-01', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-12-21T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009954e7ae6a59aa71', X'01883c76d20070009951e42add4c6890', X'01883c76d200700098d30bb63b8a2520', 'E17', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-25', '2023-06-25T06:08:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099a2522bcea8787a', X'01883c76d2007000999eb03b9710e785', X'01883c76d200700099907d5ccfa717de', 'E01', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-07-05', '2023-07-05T08:09:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099a883b6815c3e47', X'01883c76d200700099a4c48349573d1a', X'01883c76d200700099907d5ccfa717de', 'E02', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099b887aae41f66c4', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-06-01', '2023-06-01', '2023-06-30', '2023-06-30', 1, '2023-06-19', '2023-06-19T05:01:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099bc3e588d01654a', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-07-01', '2023-07-01', '2023-07-31', '2023-07-31', 1, '2023-07-06', '2023-07-06T04:44:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099c1086402265bff', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-08-01', '2023-08-01', '2023-08-31', '2023-08-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-07-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099c40f658c515f74', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-09-01', '2023-09-01', '2023-09-30', '2023-09-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-08-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099cac9bcee981a98', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-10-01', '2023-10-01', '2023-10-31', '2023-10-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-09-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099cc8b3b33f29017', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-11-01', '2023-11-01', '2023-11-30', '2023-11-30', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-10-31T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099d134f891793e45', X'01883c76d200700099b77030080e5070', X'01883c76d200700099907d5ccfa717de', 'E05', NULL, '2023-12-01', '2023-12-01', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, NULL, '2023-11-30T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099e20ae54e217ac6', X'01883c76d200700099dcb0f612164bc3', X'01883c76d200700099907d5ccfa717de', 'E08', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-05-31', '2023-05-31T02:16:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099ea885279d2a41c', X'01883c76d200700099e73f4be74b3288', X'01883c76d200700099907d5ccfa717de', 'E11', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-06-14', '2023-06-14T02:37:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099f0feb2ce1a0011', X'01883c76d200700099ed91cd33127a93', X'01883c76d200700099907d5ccfa717de', 'E12', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-07-23T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099fb6da9fe789b04', X'01883c76d200700099f7dcc0e446b8c0', X'01883c76d200700099907d5ccfa717de', 'E16', NULL, '2023-05-22', '2023-01-01', '2023-06-30', '2023-06-30', 1, '2023-03-28', '2023-06-19T03:15:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099fd7865ca4d2351', X'01883c76d200700099f7dcc0e446b8c0', X'01883c76d200700099907d5ccfa717de', 'E16', NULL, '2023-07-01', '2023-07-01', '2023-12-31', '2023-12-31', 1, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE, NULL, '2023-12-21T16:00:00+00:00', 0, '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a0752c8aefac006', X'01883c76d20070009a016b6c3eaad288', X'01883c76d200700099907d5ccfa717de', 'E17', NULL, '2023-05-22', '2023-05-22', '2023-07-31', '2023-07-31', 1, '2023-07-05', '2023-07-05T05:42:00+00:00', NULL, NULL, NULL, TRUE, FALSE, NULL, NULL, 0, '2023-05-21T04:00:00+00:00'),
(X'01890b0feb6070008005ee6aa2cb168c', X'01883c76d200700098efac8003dbf78e', X'01883c76d200700098d30bb63b8a2520', 'E03', X'018909d7b98070008013d5b4fa344734', '2023-06-30', '2023-06-30', '2023-07-07', '2023-07-07', 1, '2023-07-03', '2023-07-03T04:27:00+00:00', NULL, NULL, NULL, TRUE, FALSE, 0, NULL, 0, '2023-06-30T06:49:00+00:00'),
(X'01890b0feb607000800b17e2b16aae40', X'01883c76d200700098f3a42b6aebad66', X'01883c76d200700098d30bb63b8a2520', 'E04', X'018909d7b98070008013d5b4fa344734', '2023-06-30', '2023-06-30', '2023-07-01', '2023-07-01', 1, '2023-06-30', '2023-06-30T06:49:00+00:00', NULL, NULL, NULL, FALSE, FALSE, NULL, NULL, 0, '2023-06-30T06:49:00+00:00');
INSERT INTO "evidence" ("id", "window_id", "record_kind", "record_id", "requirement", "done_on", "late", "recorded_at") VALUES
(X'01884b7a34407000800a9dfe94e69c4f', X'01883c76d20070008aee15ecb04194df', 'REPORT', X'01884b7a34407000800002366e8052df', 0, '2023-05-24', FALSE, '2023-05-24T01:58:00+00:00'),
(X'01884ba53be07000800a4bdb3046ca86', X'01883c76d20070008604e7ab35ac7f22', 'ACTIVITY', X'01884ba53be07000800029134c60761e', 0, '2023-05-24', FALSE, '2023-05-24T02:45:00+00:00'),
(X'01884be2930070008008abddb51434a7', X'01883c76d20070008236d0f8d1d7e155', 'REPORT', X'01884be293007000800130de49d849bd', 0, '2023-05-24', FALSE, '2023-05-24T03:52:00+00:00'),
(X'01884c41ca007000800b3a318ab0534d', X'01883c76d20070008614f91aa2d4d639', 'REPORT', X'01884c41ca0070008001615025a5efa4', 0, '2023-05-24', FALSE, '2023-05-24T05:36:00+00:00'),
(X'018850b59ee070008009aa4405f8c6ba', X'01883c76d2007000861c3b68e0ee79ec', 'REPORT', X'018850b59ee070008001185e8c9b7375', 0, '2023-05-25', FALSE, '2023-05-25T02:21:00+00:00'),
(X'01885599258070008009a40b442538bc', X'01883c76d20070008ae5f02d2522dc76', 'ACTIVITY', X'01885599258070008000c5a8b57a6e1e', 0, '2023-05-26', FALSE, '2023-05-26T01:08:00+00:00'),
(X'018855f4b3007000800bb590745d0388', X'01883c76d2007000803b9224ba8feed8', 'REPORT', X'018855f4b300700080011573d853d78e', 0, '2023-05-26', FALSE, '2023-05-26T02:48:00+00:00'),
(X'0188567ef1a07000800b58006b466491', X'01883c76d2007000823fc9b0f7d8090b', 'REPORT', X'0188567ef1a070008003a2b6c7a8f24b', 0, '2023-05-26', FALSE, '2023-05-26T05:19:00+00:00'),
(X'0188569894207000800a54a2b737f704', X'01883c76d20070008af6c244e1f9250f', 'REPORT', X'018856989420700080037e346485b0d6', 0, '2023-05-26', FALSE, '2023-05-26T05:47:00+00:00'),
(X'018856e2bc80700080083059b69982bc', X'01883c76d20070008adc2c8bb1cf8d84', 'ACTIVITY', X'018856e2bc8070008002e8894f24ea53', 0, '2023-05-26', FALSE, '2023-05-26T07:08:00+00:00'),
(X'018856e2bc8070008015a28158b87eaf', X'01883c76d20070008adc2c8bb1cf8d84', 'ACTIVITY', X'018856e2bc807000800d740f77266be0', 1, '2023-05-26', FALSE, '2023-05-26T07:08:00+00:00'),
(X'018865382b8070008021759b9dd0a596', X'01883c76d200700082de9896e4c5be70', 'INSPECTION', X'018865382b80700080033c93eeab715e', 0, '2023-05-29', FALSE, '2023-05-29T01:56:00+00:00'),
(X'0188654990a070008009b9630a856e81', X'01883c76d2007000822d60c7b985c5bd', 'ACTIVITY', X'0188654990a0700080020deb3e050f98', 0, '2023-05-29', FALSE, '2023-05-29T02:15:00+00:00'),
(X'01886573ade07000800cea08b29df565', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'01886573ade070008002b49958c76a9b', 0, '2023-05-29', FALSE, '2023-05-29T03:01:00+00:00'),
(X'01886590f9e07000800d8d2751876775', X'01883c76d200700080dc396c241f1d54', 'INSPECTION', X'01886590f9e070008001566f27bb4a8d', 0, '2023-05-29', FALSE, '2023-05-29T03:33:00+00:00'),
(X'0188666735a07000800aee5a1ce2146f', X'01883c76d20070008224c9d7c6ccc33c', 'ACTIVITY', X'0188666735a0700080035e60980c28bb', 0, '2023-05-29', FALSE, '2023-05-29T07:27:00+00:00'),
(X'0188666adf207000800adc1aed8690f9', X'01883c76d2007000860ff99d62bec218', 'ACTIVITY', X'0188666adf20700080004b4dc9c9e377', 0, '2023-05-29', FALSE, '2023-05-29T07:31:00+00:00'),
(X'01886a631b607000800c3f16a4f81a44', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'01886a631b60700080018025a57a0f23', 0, '2023-05-30', FALSE, '2023-05-30T02:01:00+00:00'),
(X'01886f9733007000800b67c8dd157791', X'01883c76d200700099e20ae54e217ac6', 'RESPONSIBILITY_LIST', X'018866a0e34070008000fea74a5b1497', 0, '2023-05-31', FALSE, '2023-05-31T02:16:00+00:00'),
(X'018874dbc5607000800a1799d779f514', X'01883c76d2007000803e1dd813fedfa6', 'REPORT', X'018874dbc5607000800251d9bcffa75d', 0, '2023-06-01', FALSE, '2023-06-01T02:49:00+00:00'),
(X'0188761d1f007000800ae3a6b70a99df', X'01883c76d20070008240c52a46488a5b', 'REPORT', X'0188761d1f0070008003d2e540105b4f', 0, '2023-06-01', FALSE, '2023-06-01T08:40:00+00:00'),
(X'018879c95e207000800905ed5dc4cca6', X'01883c76d20070008af803c4ab4de485', 'REPORT', X'018879c95e2070008003faae402ede2c', 0, '2023-06-02', FALSE, '2023-06-02T01:47:00+00:00'),
(X'01887a1470e07000800bb4bc44e509e5', X'01883c76d200700086215b3da8a42db0', 'REPORT', X'01887a1470e07000800154ba5e9224f1', 0, '2023-06-02', FALSE, '2023-06-02T03:09:00+00:00'),
(X'01887a93b3007000800a11d5c26d28c1', X'01883c76d200700086aeba0e0449b74b', 'ACTIVITY', X'01887a93b30070008002576400748e15', 0, '2023-06-02', FALSE, '2023-06-02T05:28:00+00:00'),
(X'018889e0534070008035e256811bef89', X'01883c76d200700086bd0ca6f6b9e04f', 'INSPECTION', X'018889e0534070008001da638bbfa58c', 0, '2023-06-05', FALSE, '2023-06-05T04:46:00+00:00'),
(X'01888ac44aa07000800bc902b320eb17', X'01883c76d200700098ea4a759802e834', 'REPORT', X'01888ac44aa0700080005df4e2046b36', 0, '2023-06-05', FALSE, '2023-06-05T08:55:00+00:00'),
(X'01888f9bea607000800b06746e1077bd', X'01883c76d200700098e028a98c2a60b4', 'ACTIVITY', X'01888f9bea60700080025e9115c3d3cd', 0, '2023-06-06', FALSE, '2023-06-06T07:29:00+00:00'),
(X'018894a8a3e07000800fa3e9a65a0463', X'01883c76d200700082de9896e4c5be70', 'INSPECTION', X'018894a8a3e07000800378f6d83a7b4a', 0, '2023-06-07', FALSE, '2023-06-07T07:01:00+00:00'),
(X'018899d912007000800aa722322d57c4', X'01883c76d20070008624d53ee59acf28', 'REPORT', X'018899d91200700080035a742c2dab7d', 0, '2023-06-08', FALSE, '2023-06-08T07:12:00+00:00'),
(X'018899e14f607000800939b5ddd6b01e', X'01883c76d20070008afcbf0bea1fef28', 'REPORT', X'018899e14f6070008000369bc148360c', 0, '2023-06-08', FALSE, '2023-06-08T07:21:00+00:00'),
(X'01889a0997e07000800ae74745aeb6b5', X'01883c76d20070008042d898e5dadc74', 'REPORT', X'01889a0997e070008000688eea30c3ab', 0, '2023-06-08', FALSE, '2023-06-08T08:05:00+00:00'),
(X'01889eb8ef207000802328ff0cc365d6', X'01883c76d200700082de9896e4c5be70', 'INSPECTION', X'01889eb8ef2070008001d84467c972e4', 0, '2023-06-09', FALSE, '2023-06-09T05:55:00+00:00'),
(X'01889f4a80c070008009924cf9fb555e', X'01883c76d200700082443da27e0ef4de', 'REPORT', X'01889f4a80c070008001cfc0b982781f', 0, '2023-06-09', FALSE, '2023-06-09T08:34:00+00:00'),
(X'01889f6079c07000800f2fc627fb5376', X'01883c76d200700080e3f3bc6a5aedd0', 'INSPECTION', X'01889f6079c070008002aa26b9d37c62', 0, '2023-06-09', FALSE, '2023-06-09T08:58:00+00:00'),
(X'0188ae0dccc07000800f893dae8889aa', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'0188ae0dccc07000800285f66e047741', 0, '2023-06-12', FALSE, '2023-06-12T05:22:00+00:00'),
(X'0188b25a43807000800aacd4abdb1acc', X'01883c76d2007000994bf86327d4995a', 'DRILL', X'0188b25a438070008003d267e62d4c7f', 0, '2023-06-13', FALSE, '2023-06-13T01:24:00+00:00'),
(X'0188b7c374e07000800a27a0e4c73d5f', X'01883c76d200700099ea885279d2a41c', 'ACTIVITY', X'0188b7c374e070008003301a992fcd7e', 0, '2023-06-14', FALSE, '2023-06-14T02:37:00+00:00'),
(X'0188bca9baa070008008e20be2c2a8c3', X'01883c76d2007000862924d3b701ecb1', 'REPORT', X'0188bca9baa0700080019de5213a290e', 0, '2023-06-15', FALSE, '2023-06-15T01:27:00+00:00'),
(X'0188bd1d15e0700080095ee2aa97ab3e', X'01883c76d2007000824a6f136f091348', 'REPORT', X'0188bd1d15e070008002899b47ec492d', 0, '2023-06-15', FALSE, '2023-06-15T03:33:00+00:00'),
(X'0188c1cd57807000800afca7317b0ed3', X'01883c76d20070008b7b9987c5f2d157', 'ACTIVITY', X'0188c1cd578070008003fd3ce891dd51', 0, '2023-06-16', FALSE, '2023-06-16T01:24:00+00:00'),
(X'0188c2419d207000800a5fdd7bfa321a', X'01883c76d20070008b010af5ded3a7a3', 'REPORT', X'0188c2419d20700080036c578f6d33a9', 0, '2023-06-16', FALSE, '2023-06-16T03:31:00+00:00'),
(X'0188c322d5607000800b6188001218cd', X'01883c76d20070008044929bb05cac4f', 'REPORT', X'0188c322d56070008003f4f93b5ac02c', 0, '2023-06-16', FALSE, '2023-06-16T07:37:00+00:00'),
(X'0188c339b8c07000800b980df332b7df', X'01883c76d200700099331aa67b21c1e0', 'ACTIVITY', X'0188c339b8c0700080006e4d95397ea8', 0, '2023-06-16', FALSE, '2023-06-16T08:02:00+00:00'),
(X'0188d1574ee070008022cca8277b4bd6', X'01883c76d2007000993ae9c0c62cf73e', 'INSPECTION', X'0188d1574ee070008000de0ceae2d35f', 0, '2023-06-19', FALSE, '2023-06-19T01:49:00+00:00'),
(X'0188d166df407000800feaf7605041fc', X'01883c76d200700098f94b06fe02915d', 'INSPECTION', X'0188d166df407000800399b6dd8ccdd4', 0, '2023-06-19', FALSE, '2023-06-19T02:06:00+00:00'),
(X'0188d1a60b207000800a71fe3130cf38', X'01883c76d200700099fb6da9fe789b04', 'DRILL', X'0188d1a60b2070008002f05b520d19fa', 0, '2023-03-28', FALSE, '2023-06-19T03:15:00+00:00'),
(X'0188d1f95b407000800ef7b9afca42da', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'0188d1f95b40700080027e1f259f99e8', 0, '2023-06-19', FALSE, '2023-06-19T04:46:00+00:00'),
(X'0188d20716e070008022b4f3c964cc8b', X'01883c76d200700099b887aae41f66c4', 'INSPECTION', X'0188d20716e0700080014530a38267cc', 0, '2023-06-19', FALSE, '2023-06-19T05:01:00+00:00'),
(X'0188d2789d607000800ed40361fb4a5a', X'01883c76d200700086bd0ca6f6b9e04f', 'INSPECTION', X'0188d2789d6070008000a8c45d96219c', 0, '2023-06-19', FALSE, '2023-06-19T07:05:00+00:00'),
(X'0188d2b50a207000800a44e654b16f77', X'01883c76d200700082cc295c9d3f7990', 'ACTIVITY', X'0188d2b50a20700080005ced054ddb8f', 0, '2023-06-19', FALSE, '2023-06-19T08:11:00+00:00'),
(X'0188f02868407000800ab7614d28aba7', X'01883c76d2007000862edb4f9065ed37', 'REPORT', X'0188f028684070008000e1fe33dfdde2', 0, '2023-06-25', FALSE, '2023-06-25T01:26:00+00:00'),
(X'0188f037f8a07000800cc78f54bcf432', X'01883c76d200700082de9896e4c5be70', 'INSPECTION', X'0188f037f8a070008002a2b86b20313c', 0, '2023-06-25', FALSE, '2023-06-25T01:43:00+00:00'),
(X'0188f0b566007000800bf4497f7e8f9a', X'01883c76d20070008b0627d95ea45974', 'REPORT', X'0188f0b56600700080021b71324e236f', 0, '2023-06-25', FALSE, '2023-06-25T04:00:00+00:00'),
(X'0188f0c40c007000800b0625782fdb2d', X'01883c76d2007000824da710944e8ab4', 'REPORT', X'0188f0c40c00700080031706400d65a7', 0, '2023-06-25', FALSE, '2023-06-25T04:16:00+00:00'),
(X'0188f12a96007000800a0f5e0bebfe52', X'01883c76d20070009954e7ae6a59aa71', 'REPORT', X'0188f12a9600700080037f5a414d2e0b', 0, '2023-06-25', FALSE, '2023-06-25T06:08:00+00:00'),
(X'0188f19788a07000800a571ee76703d4', X'01883c76d2007000992a70bfb8516636', 'ACTIVITY', X'0188f19788a0700080020f3a85d299e5', 0, '2023-06-25', FALSE, '2023-06-25T08:07:00+00:00'),
(X'0188f1bd120070008009fa8aa07543e8', X'01883c76d200700080495973a3a61838', 'REPORT', X'0188f1bd120070008001b788cc665847', 0, '2023-06-25', FALSE, '2023-06-25T08:48:00+00:00'),
(X'0188f6b8666070008009731095413559', X'01883c76d200700086a32d29525f96a8', 'REPORT', X'0188f6b8666070008002d1f7485dd45f', 0, '2023-06-26', FALSE, '2023-06-26T08:01:00+00:00'),
(X'0188ffe68f007000800c28cf7c0ff149', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'0188ffe68f0070008002670e6ea7db14', 0, '2023-06-28', FALSE, '2023-06-28T02:48:00+00:00'),
(X'018909d7b980700080230af7569f163e', X'01883c76d20070009941e5d54235adbc', 'INSPECTION', X'018909d7b98070008002afa6407d92d0', 0, '2023-06-30', FALSE, '2023-06-30T01:08:00+00:00'),
(X'01890a3087e0700080091da82c123775', X'01883c76d20070008b09a3454c91ff15', 'REPORT', X'01890a3087e07000800001cee5bce026', 0, '2023-06-30', FALSE, '2023-06-30T02:45:00+00:00'),
(X'01890a3f2de070008009d04fa95326b8', X'01883c76d200700082502173b0b290bc', 'REPORT', X'01890a3f2de0700080005b559ff8e0e7', 0, '2023-06-30', FALSE, '2023-06-30T03:01:00+00:00'),
(X'01890a5f39007000800ac6062616aa9c', X'01883c76d2007000863271adaf3746c7', 'REPORT', X'01890a5f3900700080032e2392965be1', 0, '2023-06-30', FALSE, '2023-06-30T03:36:00+00:00'),
(X'01890ab289207000800a8abde11f0a14', X'01883c76d2007000804c00c4f8029c42', 'REPORT', X'01890ab28920700080013fec964b9d9e', 0, '2023-06-30', FALSE, '2023-06-30T05:07:00+00:00'),
(X'01890b0feb60700080209c62c0ebfd1b', X'01890b0feb607000800b17e2b16aae40', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 0, '2023-06-30', FALSE, '2023-06-30T06:49:00+00:00'),
(X'01891a00fe207000800971347ab03e99', X'01890b0feb6070008005ee6aa2cb168c', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 0, '2023-07-03', FALSE, '2023-07-03T04:27:00+00:00'),
(X'01891a1522607000802120fc7ce550cd', X'01883c76d200700086bd0ca6f6b9e04f', 'INSPECTION', X'01891a152260700080022458f9ae33da', 0, '2023-07-03', FALSE, '2023-07-03T04:49:00+00:00'),
(X'01891ef156007000800b7048242052a4', X'01883c76d200700080bdc9d93fe8caea', 'REPORT', X'01891ef15600700080009669c9d136b7', 0, '2023-07-04', FALSE, '2023-07-04T03:28:00+00:00'),
(X'0189249260407000800a571fcc1a0226', X'01883c76d20070009a0752c8aefac006', 'REPORT', X'0189249260407000800078cc770d4112', 0, '2023-07-05', FALSE, '2023-07-05T05:42:00+00:00'),
(X'018924aa2e00700080089e494de3da23', X'01883c76d20070009920855d75a309e0', 'RESPONSIBILITY_LIST', X'01891ae7b4a070008002024a8e495cbf', 0, '2023-07-05', FALSE, '2023-07-05T06:08:00+00:00'),
(X'01892518f5607000800a2e86d45d73bc', X'01883c76d200700099a2522bcea8787a', 'ACTIVITY', X'01892518f560700080005f6638f9d553', 0, '2023-07-05', FALSE, '2023-07-05T08:09:00+00:00'),
(X'0189291a5960700080356b940b488cc6', X'01883c76d200700082de9896e4c5be70', 'INSPECTION', X'0189291a596070008000e1e78a91416d', 0, '2023-07-06', FALSE, '2023-07-06T02:49:00+00:00'),
(X'01892929e9c0700080090b5e08acf072', X'01883c76d2007000863591ad45791e57', 'REPORT', X'01892929e9c0700080024b4652768093', 0, '2023-07-06', FALSE, '2023-07-06T03:06:00+00:00'),
(X'01892983a28070008037b715d439c323', X'01883c76d200700099bc3e588d01654a', 'INSPECTION', X'01892983a280700080033ab757dea374', 0, '2023-07-06', FALSE, '2023-07-06T04:44:00+00:00'),
(X'01892e1119e0700080094a172757bd0f', X'01883c76d20070008b0dd3229f75af8e', 'REPORT', X'01892e1119e070008002fae23afa0003', 0, '2023-07-07', FALSE, '2023-07-07T01:57:00+00:00'),
(X'01892e4bb1e07000800c353b5c32a7e0', X'01883c76d20070008b8292899c6ae8d8', 'INSPECTION', X'01892e4bb1e070008001b4fb82e6b31d', 0, '2023-07-07', FALSE, '2023-07-07T03:01:00+00:00'),
(X'01892e73fa607000800a175e19c3a234', X'01883c76d200700082540870cf490214', 'REPORT', X'01892e73fa6070008003fbc4620dc513', 0, '2023-07-07', FALSE, '2023-07-07T03:45:00+00:00'),
(X'01892e7a63007000800bd19caae22074', X'01883c76d20070008052fb335c692c03', 'REPORT', X'01892e7a63007000800060e2f9b919f3', 0, '2023-07-07', FALSE, '2023-07-07T03:52:00+00:00'),
(X'01892f59c6807000800e7d48f1c103bc', X'01883c76d200700086bd0ca6f6b9e04f', 'INSPECTION', X'01892f59c68070008000efba56be6c08', 0, '2023-07-07', FALSE, '2023-07-07T07:56:00+00:00'),
(X'01893eba8b007000800b56c56bd1c372', X'01883c76d200700086b7751d1d82fd65', 'ACTIVITY', X'01893eba8b0070008003f4bd0ba75011', 0, '2023-07-10', FALSE, '2023-07-10T07:36:00+00:00'),
(X'018943f5f5a07000802264147a3a7495', X'01883c76d200700098fe123eae825af1', 'INSPECTION', X'018943f5f5a0700080028574b7215173', 0, '2023-07-11', FALSE, '2023-07-11T07:59:00+00:00');
INSERT INTO "inspection" ("id", "kind", "organization_id", "inspector_id", "leader_id", "occurred_on", "modes", "scopes", "summary", "state", "signed_by", "signed_at", "seal", "voided_reason", "recorded_at", "recorded_by") VALUES
(X'01886573ade070008002b49958c76a9b', 'ASSISTANCE', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070008acf631d8612a6a3', X'01883c76d2007000bd33954ea2002d98', '2023-05-29', '["FOUR_NO_TWO_DIRECT"]', '["GENERAL"]', '对企业自查自改开展帮扶指导，未发现问题。', 'SIGNED', X'01883c76d2007000bd33954ea2002d98', '2023-05-29T03:01:00+00:00', '1f25c3a3fd21e0f5001ed1ef5c9ac929b0222519b8d479f7b11db4862a1b07c8', NULL, '2023-05-29T03:01:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'018870251b2070008001e987107c863d', 'SELF_CHECK', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700182730866dd9a17ba', '2023-05-31', '["OPEN"]', '["GENERAL"]', '安全管理人员对照判定标准自查，未发现问题。', 'SIGNED', X'01883c76d200700182730866dd9a17ba', '2023-05-31T04:51:00+00:00', '1c8201a68b801e53c64b107c15f733a448dc35ef02e536292b395b4e1f93f5f8', NULL, '2023-05-31T04:51:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'018898b0708070008002b526ef4be2bf', 'SELF_CHECK', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', '2023-06-08', '["OPEN"]', '["GENERAL"]', '安全管理人员对照判定标准自查，未发现问题。', 'SIGNED', X'01883c76d20070018231687a6fc39c5b', '2023-06-08T01:48:00+00:00', '3b75e6cdde18b2f60fbeb19961cc8e9722897d077a3060a825fa68e9d951484f', NULL, '2023-06-08T01:48:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'01889f6079c070008002aa26b9d37c62', 'SUPERVISION', X'01883c76d20070008214955d466bcada', X'01883c76d2007000802b777b43fbd030', X'01883c76d2007000b9f37be92d6aef1c', '2023-06-09', '["OPEN"]', '["GENERAL"]', '会同有关部门督导专项行动开展情况，未发现问题。', 'SIGNED', X'01883c76d2007000b9f37be92d6aef1c', '2023-06-09T08:58:00+00:00', 'eb1b5b5a57950d0ee93424ca19add892f6d659a56b4052a30f37946e37204216', NULL, '2023-06-09T08:58:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0188d1574ee070008000de0ceae2d35f', 'SELF_CHECK', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', '2023-06-19', '["OPEN"]', '["WELDING_EQUIPMENT"]', '安全管理人员对照判定标准自查，发现问题1项，已当面交办。', 'SIGNED', X'01883c76d20070018231687a6fc39c5b', '2023-06-19T01:49:00+00:00', 'b69717aeb3082ca4e118b04bb65b8f2e00ccc874f131b3502029809ccfbbf7d8', NULL, '2023-06-19T01:49:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188d166df407000800399b6dd8ccdd4', 'HEAD_LED', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', '2023-06-19', '["OPEN"]', '["GENERAL"]', '主要负责人带队检查重大事故隐患排查整治情况，未发现问题。', 'SIGNED', X'01883c76d20070018222b8a285f2210e', '2023-06-19T02:06:00+00:00', '1e1c271367834556fe7e72921bbedf647cd866eeb43b9a65cc55322ed948c1d3', NULL, '2023-06-19T02:06:00+00:00', X'01883c76d20070018222b8a285f2210e'),
(X'0188d1f95b40700080027e1f259f99e8', 'ASSISTANCE', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070008acf631d8612a6a3', X'01883c76d2007000bd33954ea2002d98', '2023-06-19', '["UNDERCOVER"]', '["GENERAL"]', '对企业自查自改开展帮扶指导，未发现问题。', 'SIGNED', X'01883c76d2007000bd33954ea2002d98', '2023-06-19T04:46:00+00:00', 'b3e3ca84242de91ce4c48e6402d12d6c002ef2033a822a70e13add4578d21ae2', NULL, '2023-06-19T04:46:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'0188d20716e0700080014530a38267cc', 'HEAD_LED', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070018263561aaa0e1a42', '2023-06-19', '["OPEN"]', '["GENERAL"]', '主要负责人带队检查重大事故隐患排查整治情况，发现问题1项，已当面交办。', 'SIGNED', X'01883c76d20070018263561aaa0e1a42', '2023-06-19T05:01:00+00:00', 'faf840fad160773e3a2c83f1a280acf0086bf9d6125d1529554fb5166315a4be', NULL, '2023-06-19T05:01:00+00:00', X'01883c76d20070018263561aaa0e1a42'),
(X'0188f5fda1e0700080035a9e45cf7c42', 'SELF_CHECK', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', '2023-06-26', '["OPEN"]', '["GENERAL"]', '安全管理人员对照判定标准自查，未发现问题。', 'SIGNED', X'01883c76d20070018231687a6fc39c5b', '2023-06-26T04:37:00+00:00', 'df776b50d5092339f4973af1f174cde52d58e290418683e824c8859f5da939f5', NULL, '2023-06-26T04:37:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188faec2500700080034313e30729d1', 'SELF_CHECK', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700182730866dd9a17ba', '2023-06-27', '["OPEN"]', '["GENERAL"]', '安全管理人员对照判定标准自查，未发现问题。', 'SIGNED', X'01883c76d200700182730866dd9a17ba', '2023-06-27T03:36:00+00:00', 'aa227862da2135849f3a8a99cd446f181aaff419254a827b84887d26d6168a98', NULL, '2023-06-27T03:36:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'0188ffe68f0070008002670e6ea7db14', 'SPOT_CHECK', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070008acf631d8612a6a3', X'01883c76d2007000bd33954ea2002d98', '2023-06-28', '["OPEN"]', '["GENERAL"]', '对企业自查自改情况抽查，未发现问题。', 'SIGNED', X'01883c76d2007000bd33954ea2002d98', '2023-06-28T02:48:00+00:00', '76befd7b01ef63c139b7696bfa8d591b953a248258c271f82b05fc8d4926552c', NULL, '2023-06-28T02:48:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'018909d7b98070008002afa6407d92d0', 'SELF_CHECK', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', '2023-06-30', '["OPEN"]', '["KEY_POST_STAFF"]', '安全管理人员对照判定标准自查，发现问题1项，已当面交办。', 'SIGNED', X'01883c76d20070018231687a6fc39c5b', '2023-06-30T01:08:00+00:00', '5da9d808e3dea0514126f124bcd55915d7a1ffb7403069cce8cd02192653aa72', NULL, '2023-06-30T01:08:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'01892983a280700080033ab757dea374', 'HEAD_LED', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070018263561aaa0e1a42', '2023-07-06', '["OPEN"]', '["GENERAL"]', '主要负责人带队检查重大事故隐患排查整治情况，发现问题2项，已当面交办。', 'SIGNED', X'01883c76d20070018263561aaa0e1a42', '2023-07-06T04:44:00+00:00', '9b41f35cf2c3e6bed2769dc85041a0893216ef6dd734838d33b36b16b6508e7f', NULL, '2023-07-06T04:44:00+00:00', X'01883c76d20070018263561aaa0e1a42'),
(X'018943f5f5a0700080028574b7215173', 'HEAD_LED', X'01883c76d200700098d30bb63b8a2520', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', '2023-07-11', '["OPEN"]', '["GENERAL"]', '主要负责人带队检查重大事故隐患排查整治情况，发现问题1项，已当面交办。', 'SIGNED', X'01883c76d20070018222b8a285f2210e', '2023-07-11T07:59:00+00:00', '6a84522464bbd9f92c06beff6f59364a5ea5239ecfae25cb365e56d0d99899c6', NULL, '2023-07-11T07:59:00+00:00', X'01883c76d20070018222b8a285f2210e');
INSERT INTO "finding" ("id", "inspection_id", "ordinal", "description", "location", "hazard_id") VALUES
(X'0188d1574ee0700080061b50ac7b4a09', X'0188d1574ee070008000de0ceae2d35f', 1, '车辆动态监控离线未处置', '储存区', X'0188d1574ee070008011a23a73ea3861'),
(X'0188d20716e070008006f5577cfb5181', X'0188d20716e0700080014530a38267cc', 1, '劳动防护用品佩戴不规范', '东侧库房', X'0188d20716e070008012ee42bf8bb167'),
(X'018909d7b98070008005cd53aded8132', X'018909d7b98070008002afa6407d92d0', 1, '安全出口被锁闭，疏散通道被占用，人员密集时无法疏散', '作业现场', X'018909d7b98070008013d5b4fa344734'),
(X'01892983a2807000800566ad9cb216c7', X'01892983a280700080033ab757dea374', 1, '车辆动态监控离线未处置', '东侧库房', X'01892983a280700080143f10482b5b75'),
(X'01892983a2807000800b9754ab998846', X'01892983a280700080033ab757dea374', 2, '劳动防护用品佩戴不规范', '办公楼一层', X'01892983a280700080260eb961b3ae15'),
(X'018943f5f5a0700080070b461c67c31a', X'018943f5f5a0700080028574b7215173', 1, '疏散通道堆放杂物', '作业现场', X'018943f5f5a0700080133eb35b04c3ae');
INSERT INTO "drill" ("id", "organization_id", "title", "scenario", "occurred_on", "participants", "led_by", "review", "reviewed_at", "state", "voided_reason", "recorded_at", "recorded_by") VALUES
(X'0188b25a438070008003d267e62d4c7f', X'01883c76d200700098d30bb63b8a2520', '事故应急救援综合演练', '模拟作业现场突发火情，按预案报警、疏散、初期处置、清点人数', '2023-06-13', 50, X'01883c76d20070018222b8a285f2210e', '疏散用时符合预案要求；个别人员未带防护用品，已补充培训。', '2023-06-13T01:24:00+00:00', 'SIGNED', NULL, '2023-06-13T01:24:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188d1a60b2070008002f05b520d19fa', X'01883c76d200700099907d5ccfa717de', '事故应急救援综合演练', '模拟作业现场突发火情，按预案报警、疏散、初期处置、清点人数', '2023-03-28', 50, NULL, '疏散用时符合预案要求；个别人员未带防护用品，已补充培训。', '2023-06-19T03:15:00+00:00', 'SIGNED', NULL, '2023-06-19T03:15:00+00:00', X'01883c76d200700182730866dd9a17ba');
INSERT INTO "activity" ("id", "organization_id", "kind", "title", "occurred_on", "participants", "led_by", "summary", "state", "voided_reason", "recorded_at", "recorded_by") VALUES
(X'01884ba53be07000800029134c60761e', X'01883c76d200700085f404e4938a7f0f', 'MOBILISATION_MEETING', '重大事故隐患专项排查整治动员部署会', '2023-05-24', 7, X'01883c76d2007000bbe13e45ea61a25f', '敖包梁村：重大事故隐患专项排查整治动员部署会。', 'SIGNED', NULL, '2023-05-24T02:45:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01885599258070008000c5a8b57a6e1e', X'01883c76d20070008acf631d8612a6a3', 'PUBLICITY', '判定标准宣传解读', '2023-05-26', 10, X'01883c76d2007000bd205a2064415d67', '青格勒镇交通运输管理站：判定标准宣传解读。', 'SIGNED', NULL, '2023-05-26T01:08:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'018856e2bc8070008002e8894f24ea53', X'01883c76d20070008acf631d8612a6a3', 'MOBILISATION_MEETING', '重大事故隐患专项排查整治动员部署会', '2023-05-26', 28, X'01883c76d2007000bd205a2064415d67', '青格勒镇交通运输管理站：重大事故隐患专项排查整治动员部署会。', 'SIGNED', NULL, '2023-05-26T07:08:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'018856e2bc807000800d740f77266be0', X'01883c76d20070008acf631d8612a6a3', 'DIVISION_OF_LABOUR', '重点检查事项及人员分工', '2023-05-26', 19, X'01883c76d2007000bd205a2064415d67', '青格勒镇交通运输管理站：重点检查事项及人员分工。', 'SIGNED', NULL, '2023-05-26T07:08:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'0188654990a0700080020deb3e050f98', X'01883c76d20070008214955d466bcada', 'LEADERSHIP_GROUP', '成立专项行动领导小组', '2023-05-29', 18, X'01883c76d2007000bae0bf213ed9e991', '查干淖尔嘎查：成立专项行动领导小组。', 'SIGNED', NULL, '2023-05-29T02:15:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188666735a0700080035e60980c28bb', X'01883c76d20070008214955d466bcada', 'MOBILISATION_MEETING', '重大事故隐患专项排查整治动员部署会', '2023-05-29', 24, X'01883c76d2007000bae0bf213ed9e991', '查干淖尔嘎查：重大事故隐患专项排查整治动员部署会。', 'SIGNED', NULL, '2023-05-29T07:27:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188666adf20700080004b4dc9c9e377', X'01883c76d200700085f404e4938a7f0f', 'LEADERSHIP_GROUP', '成立专项行动领导小组', '2023-05-29', 30, X'01883c76d2007000bbe13e45ea61a25f', '敖包梁村：成立专项行动领导小组。', 'SIGNED', NULL, '2023-05-29T07:31:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01887a93b30070008002576400748e15', X'01883c76d200700085f404e4938a7f0f', 'SAFETY_MONTH', '“安全生产月”宣传咨询活动', '2023-06-02', 29, X'01883c76d2007000bbe13e45ea61a25f', '敖包梁村：“安全生产月”宣传咨询活动。', 'SIGNED', NULL, '2023-06-02T05:28:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01888f9bea60700080025e9115c3d3cd', X'01883c76d200700098d30bb63b8a2520', 'STUDY', '学习重大事故隐患判定标准并部署自查自改', '2023-06-06', 13, X'01883c76d20070018222b8a285f2210e', '青格勒镇铁骑铁路专用线服务公司：学习重大事故隐患判定标准并部署自查自改。', 'SIGNED', NULL, '2023-06-06T07:29:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188b7c374e070008003301a992fcd7e', X'01883c76d200700099907d5ccfa717de', 'APPOINTMENT', '任命安全生产管理人员', '2023-06-14', 17, X'01883c76d20070018263561aaa0e1a42', '青格勒镇远途汽车运输队：任命安全生产管理人员。', 'SIGNED', NULL, '2023-06-14T02:37:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'0188c1cd578070008003fd3ce891dd51', X'01883c76d20070008acf631d8612a6a3', 'TRAINING', '监管执法人员专题培训', '2023-06-16', 17, X'01883c76d2007000bd205a2064415d67', '青格勒镇交通运输管理站：监管执法人员专题培训。', 'SIGNED', NULL, '2023-06-16T01:24:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'0188c339b8c0700080006e4d95397ea8', X'01883c76d200700098d30bb63b8a2520', 'WARNING_EDUCATION', '动火作业事故警示教育', '2023-06-16', 13, X'01883c76d20070018222b8a285f2210e', '青格勒镇铁骑铁路专用线服务公司：动火作业事故警示教育。', 'SIGNED', NULL, '2023-06-16T08:02:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188d2b50a20700080005ced054ddb8f', X'01883c76d20070008214955d466bcada', 'SAFETY_MONTH', '“安全生产月”宣传咨询活动', '2023-06-19', 14, X'01883c76d2007000bae0bf213ed9e991', '查干淖尔嘎查：“安全生产月”宣传咨询活动。', 'SIGNED', NULL, '2023-06-19T08:11:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188f19788a0700080020f3a85d299e5', X'01883c76d200700098d30bb63b8a2520', 'APPOINTMENT', '任命安全生产管理人员', '2023-06-25', 33, X'01883c76d20070018222b8a285f2210e', '青格勒镇铁骑铁路专用线服务公司：任命安全生产管理人员。', 'SIGNED', NULL, '2023-06-25T08:07:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'01892518f560700080005f6638f9d553', X'01883c76d200700099907d5ccfa717de', 'STUDY', '学习重大事故隐患判定标准并部署自查自改', '2023-07-05', 23, X'01883c76d20070018263561aaa0e1a42', '青格勒镇远途汽车运输队：学习重大事故隐患判定标准并部署自查自改。', 'SIGNED', NULL, '2023-07-05T08:09:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'01893eba8b0070008003f4bd0ba75011', X'01883c76d200700085f404e4938a7f0f', 'TOPICAL_STUDY', '安全生产措施专题学习', '2023-07-10', 9, X'01883c76d2007000bbe13e45ea61a25f', '敖包梁村：安全生产措施专题学习。', 'SIGNED', NULL, '2023-07-10T07:36:00+00:00', X'01883c76d2007000bbf0c2679811dbff');
INSERT INTO "activity_enterprise" ("activity_id", "organization_id") VALUES
(X'01885599258070008000c5a8b57a6e1e', X'01883c76d200700098d30bb63b8a2520'),
(X'01885599258070008000c5a8b57a6e1e', X'01883c76d200700099907d5ccfa717de');
INSERT INTO "report" ("id", "organization_id", "kind", "period_on", "content", "submitted_on", "state", "voided_reason", "recorded_at", "recorded_by") VALUES
(X'01884b7a34407000800002366e8052df', X'01883c76d20070008acf631d8612a6a3', 'CONTACTS', '2023-05-24', '青格勒镇交通运输管理站已动员部署专项行动，确定联系人一名，回执见附件4。', '2023-05-24', 'SIGNED', NULL, '2023-05-24T01:58:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'01884be293007000800130de49d849bd', X'01883c76d20070008214955d466bcada', 'CONTACTS', '2023-05-24', '查干淖尔嘎查已动员部署专项行动，确定联系人一名，回执见附件4。', '2023-05-24', 'SIGNED', NULL, '2023-05-24T03:52:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'01884c41ca0070008001615025a5efa4', X'01883c76d200700085f404e4938a7f0f', 'CONTACTS', '2023-05-24', '敖包梁村已动员部署专项行动，确定联系人一名，回执见附件4。', '2023-05-24', 'SIGNED', NULL, '2023-05-24T05:36:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'018850b59ee070008001185e8c9b7375', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-05-25', '本周敖包梁村登记隐患0项，销号0项，正在整改0项。', '2023-05-25', 'SIGNED', NULL, '2023-05-25T02:21:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'018855f4b300700080011573d853d78e', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-05-26', '本周全镇登记隐患5项，销号0项，各嘎查村社区和二级单位进展见附表。', '2023-05-26', 'SIGNED', NULL, '2023-05-26T02:48:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0188567ef1a070008003a2b6c7a8f24b', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-05-26', '本周查干淖尔嘎查登记隐患2项，销号0项，正在整改2项。', '2023-05-26', 'SIGNED', NULL, '2023-05-26T05:19:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'018856989420700080037e346485b0d6', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-05-26', '本周青格勒镇交通运输管理站登记隐患0项，销号0项，正在整改0项。', '2023-05-26', 'SIGNED', NULL, '2023-05-26T05:47:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'018874dbc5607000800251d9bcffa75d', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-06-01', '本周全镇登记隐患27项，销号1项，各嘎查村社区和二级单位进展见附表。', '2023-06-01', 'SIGNED', NULL, '2023-06-01T02:49:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0188761d1f0070008003d2e540105b4f', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-06-01', '本周查干淖尔嘎查登记隐患5项，销号0项，正在整改5项。', '2023-06-01', 'SIGNED', NULL, '2023-06-01T08:40:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'018879c95e2070008003faae402ede2c', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-06-02', '本周青格勒镇交通运输管理站登记隐患0项，销号0项，正在整改0项。', '2023-06-02', 'SIGNED', NULL, '2023-06-02T01:47:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'01887a1470e07000800154ba5e9224f1', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-06-02', '本周敖包梁村登记隐患0项，销号0项，正在整改0项。', '2023-06-02', 'SIGNED', NULL, '2023-06-02T03:09:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01888ac44aa0700080005df4e2046b36', X'01883c76d200700098d30bb63b8a2520', 'HAZARD_LEDGER', '2023-06-05', '青格勒镇铁骑铁路专用线服务公司对照判定标准开展排查，未发现重大事故隐患，特此零申报。', '2023-06-05', 'SIGNED', NULL, '2023-06-05T08:55:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'018899d91200700080035a742c2dab7d', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-06-08', '本周敖包梁村登记隐患4项，销号0项，正在整改4项。', '2023-06-08', 'SIGNED', NULL, '2023-06-08T07:12:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'018899e14f6070008000369bc148360c', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-06-08', '本周青格勒镇交通运输管理站登记隐患5项，销号0项，正在整改5项。', '2023-06-08', 'SIGNED', NULL, '2023-06-08T07:21:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'01889a0997e070008000688eea30c3ab', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-06-08', '本周全镇登记隐患50项，销号14项，各嘎查村社区和二级单位进展见附表。', '2023-06-08', 'SIGNED', NULL, '2023-06-08T08:05:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'01889f4a80c070008001cfc0b982781f', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-06-09', '本周查干淖尔嘎查登记隐患9项，销号1项，正在整改8项。', '2023-06-09', 'SIGNED', NULL, '2023-06-09T08:34:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188bca9baa0700080019de5213a290e', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-06-15', '本周敖包梁村登记隐患5项，销号3项，正在整改2项。', '2023-06-15', 'SIGNED', NULL, '2023-06-15T01:27:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'0188bd1d15e070008002899b47ec492d', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-06-15', '本周查干淖尔嘎查登记隐患9项，销号2项，正在整改7项。', '2023-06-15', 'SIGNED', NULL, '2023-06-15T03:33:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188c2419d20700080036c578f6d33a9', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-06-16', '本周青格勒镇交通运输管理站登记隐患6项，销号1项，正在整改5项。', '2023-06-16', 'SIGNED', NULL, '2023-06-16T03:31:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'0188c322d56070008003f4f93b5ac02c', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-06-16', '本周全镇登记隐患74项，销号34项，各嘎查村社区和二级单位进展见附表。', '2023-06-16', 'SIGNED', NULL, '2023-06-16T07:37:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0188f028684070008000e1fe33dfdde2', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-06-25', '本周敖包梁村登记隐患10项，销号5项，正在整改5项。', '2023-06-25', 'SIGNED', NULL, '2023-06-25T01:26:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'0188f0b56600700080021b71324e236f', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-06-25', '本周青格勒镇交通运输管理站登记隐患11项，销号1项，正在整改10项。', '2023-06-25', 'SIGNED', NULL, '2023-06-25T04:00:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'0188f0c40c00700080031706400d65a7', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-06-25', '本周查干淖尔嘎查登记隐患13项，销号6项，正在整改7项。', '2023-06-25', 'SIGNED', NULL, '2023-06-25T04:16:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'0188f12a9600700080037f5a414d2e0b', X'01883c76d200700098d30bb63b8a2520', 'ACTION_REPORT', '2023-06-25', '青格勒镇铁骑铁路专用线服务公司专项行动开展情况：组织学习判定标准，排查隐患1项，整改0项。', '2023-06-25', 'SIGNED', NULL, '2023-06-25T06:08:00+00:00', X'01883c76d20070018231687a6fc39c5b'),
(X'0188f1bd120070008001b788cc665847', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-06-25', '本周全镇登记隐患107项，销号49项，各嘎查村社区和二级单位进展见附表。', '2023-06-25', 'SIGNED', NULL, '2023-06-25T08:48:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0188f6b8666070008002d1f7485dd45f', X'01883c76d200700085f404e4938a7f0f', 'IMPLEMENTATION', '2023-06-26', '敖包梁村贯彻落实情况：累计登记隐患12项，销号6项。', '2023-06-26', 'SIGNED', NULL, '2023-06-26T08:01:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01890a3087e07000800001cee5bce026', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-06-30', '本周青格勒镇交通运输管理站登记隐患12项，销号5项，正在整改7项。', '2023-06-30', 'SIGNED', NULL, '2023-06-30T02:45:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'01890a3f2de0700080005b559ff8e0e7', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-06-30', '本周查干淖尔嘎查登记隐患16项，销号7项，正在整改9项。', '2023-06-30', 'SIGNED', NULL, '2023-06-30T03:01:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'01890a5f3900700080032e2392965be1', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-06-30', '本周敖包梁村登记隐患13项，销号6项，正在整改7项。', '2023-06-30', 'SIGNED', NULL, '2023-06-30T03:36:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01890ab28920700080013fec964b9d9e', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-06-30', '本周全镇登记隐患121项，销号61项，各嘎查村社区和二级单位进展见附表。', '2023-06-30', 'SIGNED', NULL, '2023-06-30T05:07:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'01891ef15600700080009669c9d136b7', X'01883c76d2007000802b777b43fbd030', 'BULLETIN', '2023-06-30', '本月全镇登记隐患131项，销号73项。请未按期报送的单位抓紧落实。', '2023-07-04', 'SIGNED', NULL, '2023-07-04T03:28:00+00:00', X'01883c76d2007000b9f37be92d6aef1c'),
(X'0189249260407000800078cc770d4112', X'01883c76d200700099907d5ccfa717de', 'ACTION_REPORT', '2023-07-05', '青格勒镇远途汽车运输队专项行动开展情况：组织学习判定标准，排查隐患1项，整改1项。', '2023-07-05', 'SIGNED', NULL, '2023-07-05T05:42:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'01892929e9c0700080024b4652768093', X'01883c76d200700085f404e4938a7f0f', 'PROGRESS_TABLE', '2023-07-06', '本周敖包梁村登记隐患16项，销号9项，正在整改7项。', '2023-07-06', 'SIGNED', NULL, '2023-07-06T03:06:00+00:00', X'01883c76d2007000bbf0c2679811dbff'),
(X'01892e1119e070008002fae23afa0003', X'01883c76d20070008acf631d8612a6a3', 'PROGRESS_TABLE', '2023-07-07', '本周青格勒镇交通运输管理站登记隐患17项，销号11项，正在整改6项。', '2023-07-07', 'SIGNED', NULL, '2023-07-07T01:57:00+00:00', X'01883c76d2007000bd33954ea2002d98'),
(X'01892e73fa6070008003fbc4620dc513', X'01883c76d20070008214955d466bcada', 'PROGRESS_TABLE', '2023-07-07', '本周查干淖尔嘎查登记隐患21项，销号10项，正在整改11项。', '2023-07-07', 'SIGNED', NULL, '2023-07-07T03:45:00+00:00', X'01883c76d2007000baf25be97fe169b6'),
(X'01892e7a63007000800060e2f9b919f3', X'01883c76d2007000802b777b43fbd030', 'STATISTICS', '2023-07-07', '本周全镇登记隐患140项，销号81项，各嘎查村社区和二级单位进展见附表。', '2023-07-07', 'SIGNED', NULL, '2023-07-07T03:52:00+00:00', X'01883c76d2007000b9f37be92d6aef1c');
INSERT INTO "responsibility_list" ("id", "organization_id", "kind", "title", "deputy_id", "drawn_up_on", "complete_on", "complete_recorded_at", "state", "voided_reason", "recorded_at", "recorded_by") VALUES
(X'018866a0e34070008000fea74a5b1497', X'01883c76d200700099907d5ccfa717de', 'ALL_STAFF', '全员安全生产岗位责任清单', NULL, '2023-05-29', '2023-05-31', '2023-05-31T02:16:00+00:00', 'DRAFT', NULL, '2023-05-29T08:30:00+00:00', X'01883c76d200700182730866dd9a17ba'),
(X'01891ae7b4a070008002024a8e495cbf', X'01883c76d200700098d30bb63b8a2520', 'ALL_STAFF', '全员安全生产岗位责任清单', NULL, '2023-07-03', '2023-07-05', '2023-07-05T06:08:00+00:00', 'DRAFT', NULL, '2023-07-03T08:39:00+00:00', X'01883c76d20070018231687a6fc39c5b');
INSERT INTO "post" ("id", "list_id", "ordinal", "kind", "title", "duties", "assignee_id", "assignee_name", "assigned_on", "acknowledged_on", "acknowledged_at") VALUES
(X'018866a0e340700080081fe0772f8299', X'018866a0e34070008000fea74a5b1497', 1, 'HEAD', '主要负责人', '全面负责本单位安全生产工作，带队检查重大事故隐患', X'01883c76d20070018263561aaa0e1a42', NULL, '2023-05-29', '2023-05-30', '2023-05-30T04:10:00+00:00'),
(X'018866a0e3407000800cb2631f2a9749', X'018866a0e34070008000fea74a5b1497', 2, 'SAFETY_OFFICER', '安全主管', '组织日常检查，建立隐患台账并跟踪整改', X'01883c76d200700182730866dd9a17ba', NULL, '2023-05-29', '2023-05-31', '2023-05-31T02:16:00+00:00'),
(X'018866a0e3407000801376ae5187c9ba', X'018866a0e34070008000fea74a5b1497', 3, 'FRONT_LINE', '岗位操作人员', '遵守操作规程，发现隐患立即报告', X'01883c76d200700182818be30708339f', NULL, '2023-05-29', '2023-05-29', '2023-05-29T08:30:00+00:00'),
(X'018866a0e340700080166209eb867296', X'018866a0e34070008000fea74a5b1497', 4, 'FRONT_LINE', '岗位操作人员', '遵守操作规程，发现隐患立即报告', X'01883c76d20070018291db0261c2111c', NULL, '2023-05-29', '2023-05-30', '2023-05-30T01:40:00+00:00'),
(X'01891ae7b4a07000800b8701520d18e0', X'01891ae7b4a070008002024a8e495cbf', 1, 'HEAD', '主要负责人', '全面负责本单位安全生产工作，带队检查重大事故隐患', X'01883c76d20070018222b8a285f2210e', NULL, '2023-07-03', '2023-07-03', '2023-07-03T08:39:00+00:00'),
(X'01891ae7b4a07000800c8c1669794f7c', X'01891ae7b4a070008002024a8e495cbf', 2, 'SAFETY_OFFICER', '安全主管', '组织日常检查，建立隐患台账并跟踪整改', X'01883c76d20070018231687a6fc39c5b', NULL, '2023-07-03', '2023-07-03', '2023-07-03T08:39:00+00:00'),
(X'01891ae7b4a070008013222e4a11fdfa', X'01891ae7b4a070008002024a8e495cbf', 3, 'FRONT_LINE', '岗位操作人员', '遵守操作规程，发现隐患立即报告', X'01883c76d200700182405a84196cd00e', NULL, '2023-07-03', '2023-07-05', '2023-07-05T06:08:00+00:00'),
(X'01891ae7b4a0700080146edae12d5be6', X'01891ae7b4a070008002024a8e495cbf', 4, 'FRONT_LINE', '岗位操作人员', '遵守操作规程，发现隐患立即报告', X'01883c76d200700182516d2ead073c3d', NULL, '2023-07-03', '2023-07-04', '2023-07-04T05:00:00+00:00');
INSERT INTO "hazard" ("id", "organization_id", "description", "location", "sector", "state", "grade", "criterion", "grade_reason", "found_by", "found_on", "finding_id", "reported_by", "reported_at", "graded_on", "told_regulator_on", "deadline_on", "rectified_by", "rectified_on", "rectification", "applied_on", "acceptance_due_on", "accepted_by", "closed_on", "rejections", "overdue_noted", "step_taken", "check_after", "failures") VALUES
(X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', '车辆动态监控离线未处置', '储存区', 'TRANSPORT', 'CLOSED', 'GENERAL', NULL, NULL, 'SELF_CHECK', '2023-06-19', X'0188d1574ee0700080061b50ac7b4a09', X'01883c76d20070018231687a6fc39c5b', '2023-06-19T01:49:00+00:00', '2023-06-20', NULL, '2023-07-01', X'01883c76d200700182405a84196cd00e', '2023-07-04', '已修复终端并处理驾驶人', '2023-07-04', NULL, X'01883c76d2007000bbf0c2679811dbff', '2023-07-05', 1, FALSE, NULL, NULL, 0),
(X'0188d20716e070008012ee42bf8bb167', X'01883c76d200700099907d5ccfa717de', '劳动防护用品佩戴不规范', '东侧库房', 'TRANSPORT', 'CLOSED', 'GENERAL', NULL, NULL, 'SELF_CHECK', '2023-06-19', X'0188d20716e070008006f5577cfb5181', X'01883c76d20070018263561aaa0e1a42', '2023-06-19T05:01:00+00:00', '2023-06-20', NULL, '2023-07-03', X'01883c76d200700182818be30708339f', '2023-06-28', '已现场纠正并开展培训', '2023-06-28', NULL, X'01883c76d20070018263561aaa0e1a42', '2023-06-30', 0, FALSE, NULL, NULL, 0),
(X'018909d7b98070008013d5b4fa344734', X'01883c76d200700098d30bb63b8a2520', '安全出口被锁闭，疏散通道被占用，人员密集时无法疏散', '作业现场', 'TRANSPORT', 'RECTIFYING', 'MAJOR', NULL, '可能造成群死群伤，按重大事故隐患管理。', 'SELF_CHECK', '2023-06-30', X'018909d7b98070008005cd53aded8132', X'01883c76d20070018231687a6fc39c5b', '2023-06-30T01:08:00+00:00', '2023-06-30', '2023-06-30', '2023-07-28', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, FALSE, NULL, '2023-07-20T16:00:00+00:00', 0),
(X'01892983a280700080143f10482b5b75', X'01883c76d200700099907d5ccfa717de', '车辆动态监控离线未处置', '东侧库房', 'TRANSPORT', 'AWAITING_ACCEPTANCE', 'GENERAL', NULL, NULL, 'SELF_CHECK', '2023-07-06', X'01892983a2807000800566ad9cb216c7', X'01883c76d20070018263561aaa0e1a42', '2023-07-06T04:44:00+00:00', '2023-07-06', NULL, '2023-07-20', X'01883c76d200700182818be30708339f', '2023-07-12', '已修复终端并处理驾驶人', '2023-07-12', NULL, NULL, NULL, 0, FALSE, NULL, NULL, 0),
(X'01892983a280700080260eb961b3ae15', X'01883c76d200700099907d5ccfa717de', '劳动防护用品佩戴不规范', '办公楼一层', 'TRANSPORT', 'RECTIFYING', 'GENERAL', NULL, NULL, 'SELF_CHECK', '2023-07-06', X'01892983a2807000800b9754ab998846', X'01883c76d20070018263561aaa0e1a42', '2023-07-06T04:44:00+00:00', '2023-07-06', NULL, '2023-07-21', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, FALSE, NULL, '2023-07-13T16:00:00+00:00', 0),
(X'018943f5f5a0700080133eb35b04c3ae', X'01883c76d200700098d30bb63b8a2520', '疏散通道堆放杂物', '作业现场', 'TRANSPORT', 'AWAITING_ACCEPTANCE', 'GENERAL', NULL, NULL, 'SELF_CHECK', '2023-07-11', X'018943f5f5a0700080070b461c67c31a', X'01883c76d20070018222b8a285f2210e', '2023-07-11T07:59:00+00:00', '2023-07-11', NULL, NULL, X'01883c76d20070018231687a6fc39c5b', '2023-07-11', '已清理通道，划定禁堆区域', '2023-07-11', NULL, NULL, NULL, 0, FALSE, NULL, NULL, 0);
INSERT INTO "hazard_plan" ("id", "hazard_id", "version", "responsible", "measures", "funding_yuan", "deadline_on", "emergency_plan", "submitted_on", "submitted_by", "recorded_at") VALUES
(X'01891a00fe207000800149aa528b7b4f', X'018909d7b98070008013d5b4fa344734', 1, '宋桂成', '停用相关设备，委托有资质单位整改，整改后由专业人员复查', 21000, '2023-07-28', '整改期间专人值守，发现异常立即停产撤人并启动现场处置方案', '2023-07-03', X'01883c76d20070018231687a6fc39c5b', '2023-07-03T04:27:00+00:00');
INSERT INTO "notice" ("id", "kind", "subject_id", "step", "window_id", "hazard_id", "organization_id", "person_id", "audience", "proposes", "alone", "state", "send_after", "mail_id", "true_at", "noticed_at", "cancelled_reason") VALUES
(X'01883f0e93e07000800451c81bc8d7f5', 'DUE_SOON', X'01883c76d20070008236d0f8d1d7e155', 'REMIND-3', X'01883c76d20070008236d0f8d1d7e155', NULL, X'01883c76d20070008214955d466bcada', X'01883c76d2007000baf25be97fe169b6', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-05-22T00:00:00+00:00', X'018840c17400700080044b3c58eb2b75', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00', NULL),
(X'01883f0e93e070008016009a5bc46b61', 'DUE_SOON', X'01883c76d20070008614f91aa2d4d639', 'REMIND-3', X'01883c76d20070008614f91aa2d4d639', NULL, X'01883c76d200700085f404e4938a7f0f', X'01883c76d2007000bbf0c2679811dbff', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-05-22T00:00:00+00:00', X'018840c17400700080156882e740767c', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00', NULL),
(X'0188d1574ee070008018c39112141cf0', 'HAZARD_REPORTED', X'0188d1574ee070008011a23a73ea3861', 'REPORTED', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-06-20T00:00:00+00:00', X'0188d619e0007000802ce658e70ff56c', '2023-06-19T01:49:00+00:00', '2023-06-19T01:49:00+00:00', NULL),
(X'0188d1574ee07000801d7abf8a74b415', 'HAZARD_REPORTED', X'0188d1574ee070008011a23a73ea3861', 'REPORTED', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', 'HEAD', NULL, FALSE, 'SENT', '2023-06-20T00:00:00+00:00', X'0188d619e000700080291560cfcfc16d', '2023-06-19T01:49:00+00:00', '2023-06-19T01:49:00+00:00', NULL),
(X'0188dd658d007000800803994c0784f6', 'HAZARD_DEADLINE_NEAR', X'0188d1574ee070008011a23a73ea3861', 'REMIND-7@2023-07-01', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-06-21T00:00:00+00:00', X'0188dd658d00700080110992c09fb175', '2023-06-21T10:00:00+00:00', '2023-06-21T10:00:00+00:00', NULL),
(X'0188f34d27e07000806dd25bd6ba8020', 'HAZARD_DEADLINE_NEAR', X'0188d20716e070008012ee42bf8bb167', 'REMIND-7@2023-07-03', NULL, X'0188d20716e070008012ee42bf8bb167', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700182730866dd9a17ba', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-06-26T00:00:00+00:00', X'0188f500080070008034c3045c32a0e3', '2023-06-25T16:05:00+00:00', '2023-06-25T16:05:00+00:00', NULL),
(X'0188fb4149e0700080071d24db77dce5', 'HAZARD_APPLIED', X'0188d1574ee070008011a23a73ea3861', 'APPLIED#1', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', 'HEAD', NULL, FALSE, 'SENT', '2023-06-28T00:00:00+00:00', X'0188ff4cc0007000801a87c17aa21baa', '2023-06-27T05:09:00+00:00', '2023-06-27T05:09:00+00:00', NULL),
(X'018900ffa0207000800681501cf29ab6', 'HAZARD_APPLIED', X'0188d20716e070008012ee42bf8bb167', 'APPLIED#1', NULL, X'0188d20716e070008012ee42bf8bb167', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070018263561aaa0e1a42', 'HEAD', NULL, FALSE, 'SENT', '2023-06-29T00:00:00+00:00', X'018904731c0070008069172e6608b6e1', '2023-06-28T07:55:00+00:00', '2023-06-28T07:55:00+00:00', NULL),
(X'0189061dbec070008004e5a4aa7d1be2', 'HAZARD_REJECTED', X'0188d1574ee070008011a23a73ea3861', 'REJECTED#1', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-06-30T00:00:00+00:00', X'0189099978007000805f745ca9f43a81', '2023-06-29T07:46:00+00:00', '2023-06-29T07:46:00+00:00', NULL),
(X'0189061dbec070008009f496250597aa', 'HAZARD_REJECTED', X'0188d1574ee070008011a23a73ea3861', 'REJECTED#1', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', 'HEAD', NULL, FALSE, 'SENT', '2023-06-30T00:00:00+00:00', X'0189099978007000805bd803adbec52c', '2023-06-29T07:46:00+00:00', '2023-06-29T07:46:00+00:00', NULL),
(X'018909e65f8070008007b4d6ba079076', 'HAZARD_ACCEPTED', X'0188d20716e070008012ee42bf8bb167', 'ACCEPTED', NULL, X'0188d20716e070008012ee42bf8bb167', X'01883c76d200700099907d5ccfa717de', X'01883c76d200700182730866dd9a17ba', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c0070008086d6592bc8f024', '2023-06-30T01:24:00+00:00', '2023-06-30T01:24:00+00:00', NULL),
(X'018909e65f807000800b4c0f849e4009', 'HAZARD_ACCEPTED', X'0188d20716e070008012ee42bf8bb167', 'ACCEPTED', NULL, X'0188d20716e070008012ee42bf8bb167', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070018263561aaa0e1a42', 'HEAD', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c0070008081480891092b15', '2023-06-30T01:24:00+00:00', '2023-06-30T01:24:00+00:00', NULL),
(X'01890b0feb607000800c89918a28c281', 'HAZARD_GRADED', X'018909d7b98070008013d5b4fa344734', 'GRADED#1', NULL, X'018909d7b98070008013d5b4fa344734', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', 'HEAD', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c007000807a3510098a280f', '2023-06-30T06:49:00+00:00', '2023-06-30T06:49:00+00:00', NULL),
(X'01890b0feb607000801328af9be464aa', 'HAZARD_GRADED', X'018909d7b98070008013d5b4fa344734', 'GRADED#1', NULL, X'018909d7b98070008013d5b4fa344734', X'01883c76d200700098d30bb63b8a2520', X'01883c76d2007000bbf0c2679811dbff', 'VILLAGE', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c0070008017ea15d79ff416', '2023-06-30T06:49:00+00:00', '2023-06-30T06:49:00+00:00', NULL),
(X'01890bbec90070008001222640a8883d', 'HAZARD_PLAN_MISSING', X'01890b0feb6070008005ee6aa2cb168c', 'REMIND-7', X'01890b0feb6070008005ee6aa2cb168c', NULL, X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-06-30T00:00:00+00:00', X'01890bbec9007000801cf7bef98c9710', '2023-06-29T16:00:00+00:00', '2023-06-30T10:00:00+00:00', NULL),
(X'01891759abe07000813fda06bbd10955', 'HAZARD_OVERDUE', X'0188d1574ee070008011a23a73ea3861', 'OVERDUE+1@2023-07-01', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018231687a6fc39c5b', 'RESPONSIBLE', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c007000807d2f74cfffcb72', '2023-07-01T16:00:00+00:00', '2023-07-02T16:05:00+00:00', NULL),
(X'01891759abe0700081426ee20e35920a', 'HAZARD_OVERDUE', X'0188d1574ee070008011a23a73ea3861', 'OVERDUE+1@2023-07-01', NULL, X'0188d1574ee070008011a23a73ea3861', X'01883c76d200700098d30bb63b8a2520', X'01883c76d20070018222b8a285f2210e', 'HEAD', NULL, FALSE, 'SENT', '2023-07-03T00:00:00+00:00', X'0189190c8c007000807a3510098a280f', '2023-07-01T16:00:00+00:00', '2023-07-02T16:05:00+00:00', NULL),
(X'018948c81720700080050f8ccb6a7790', 'HAZARD_APPLIED', X'01892983a280700080143f10482b5b75', 'APPLIED#1', NULL, X'01892983a280700080143f10482b5b75', X'01883c76d200700099907d5ccfa717de', X'01883c76d20070018263561aaa0e1a42', 'HEAD', NULL, FALSE, 'PENDING', '2023-07-13T00:00:00+00:00', NULL, '2023-07-12T06:27:00+00:00', '2023-07-12T06:27:00+00:00', NULL);
INSERT INTO "mail" ("id", "person_id", "address", "template", "language", "subject", "text", "html", "message_id", "state", "attempts", "next_attempt_at", "claimed_until", "claim", "answer", "sent_at", "created_at") VALUES
(X'018840c17400700080044b3c58eb2b75', X'01883c76d2007000baf25be97fe169b6', 'safety.chagannur@qinggele.example', 'DUE_SOON', 'ZH', '【到期提醒】报送动员部署情况和联系人：5月25日到期，还有3天（查干淖尔嘎查）', '萨如拉达来，您好：

查干淖尔嘎查应于2023年5月25日（星期四）前完成“报送动员部署情况和联系人”，还有3天，目前尚未登记足够的履职记录。

如已完成，请及时登记；登记后不再就此事项提醒。

■ 报送动员部署情况和联系人
  单位：查干淖尔嘎查
  期次：2023-05-22 至 2023-05-25
  截止日期：2023年5月25日（星期四）
  时限：还有3天
  链接：http://127.0.0.1:8080/#/windows/window_01h0y7dmg0e0084dpgz38xfran
  依据：通知四（三）（4.3） “请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室”
  怎么办：向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【到期提醒】报送动员部署情况和联系人：5月25日到期，还有3天（查干淖尔嘎查）</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">萨如拉达来，您好：</p>
<p style="margin:8px 0">查干淖尔嘎查应于2023年5月25日（星期四）前完成“报送动员部署情况和联系人”，还有3天，目前尚未登记足够的履职记录。</p>
<p style="margin:8px 0">如已完成，请及时登记；登记后不再就此事项提醒。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">报送动员部署情况和联系人</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">查干淖尔嘎查</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期次</th><td style="border:1px solid #dee0e3">2023-05-22 至 2023-05-25</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">截止日期</th><td style="border:1px solid #dee0e3">2023年5月25日（星期四）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">还有3天</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/windows/window_01h0y7dmg0e0084dpgz38xfran" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知四（三）（4.3） “请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h10c2x00e008012b7hcepavn@127.0.0.1>', 'SENT', 1, '2023-05-22T00:00:00+00:00', NULL, NULL, 'written to 20230522T000000Z-mail_01h10c2x00e008012b7hcepavn.eml', '2023-05-22T00:00:00+00:00', '2023-05-22T00:00:00+00:00'),
(X'018840c17400700080156882e740767c', X'01883c76d2007000bbf0c2679811dbff', 'safety.aobaoliang@qinggele.example', 'DUE_SOON', 'ZH', '【到期提醒】报送动员部署情况和联系人：5月25日到期，还有3天（敖包梁村）', '孙晓燕，您好：

敖包梁村应于2023年5月25日（星期四）前完成“报送动员部署情况和联系人”，还有3天，目前尚未登记足够的履职记录。

如已完成，请及时登记；登记后不再就此事项提醒。

■ 报送动员部署情况和联系人
  单位：敖包梁村
  期次：2023-05-22 至 2023-05-25
  截止日期：2023年5月25日（星期四）
  时限：还有3天
  链接：http://127.0.0.1:8080/#/windows/window_01h0y7dmg0e008c57s3ahd9nhs
  依据：通知四（三）（4.3） “请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室”
  怎么办：向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【到期提醒】报送动员部署情况和联系人：5月25日到期，还有3天（敖包梁村）</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">孙晓燕，您好：</p>
<p style="margin:8px 0">敖包梁村应于2023年5月25日（星期四）前完成“报送动员部署情况和联系人”，还有3天，目前尚未登记足够的履职记录。</p>
<p style="margin:8px 0">如已完成，请及时登记；登记后不再就此事项提醒。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">报送动员部署情况和联系人</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">敖包梁村</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期次</th><td style="border:1px solid #dee0e3">2023-05-22 至 2023-05-25</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">截止日期</th><td style="border:1px solid #dee0e3">2023年5月25日（星期四）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">还有3天</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/windows/window_01h0y7dmg0e008c57s3ahd9nhs" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知四（三）（4.3） “请各嘎查村社区、各有关二级单位于2023年5月25日前将动员部署情况及专项行动联系人报镇安委会办公室”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>向镇安委办报送动员部署情况和专项行动联系人回执（附件4）。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h10c2x00e00805b8gbkm0xkw@127.0.0.1>', 'SENT', 1, '2023-05-22T00:00:00+00:00', NULL, NULL, 'written to 20230522T000000Z-mail_01h10c2x00e00805b8gbkm0xkw.eml', '2023-05-22T00:00:00+00:00', '2023-05-22T00:00:00+00:00'),
(X'0188d619e000700080291560cfcfc16d', X'01883c76d20070018222b8a285f2210e', 'head.e12@qinggele.example', 'HAZARD_REPORTED', 'ZH', '【隐患上报】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置', '宋桂成，您好：

青格勒镇铁骑铁路专用线服务公司有一处隐患已上报（企业自查）：车辆动态监控离线未处置。

请尽快对照判定标准判定级别；能够立即整改的，应当场整改。

■ 隐患上报
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  状态：已上报
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”

--
全镇重大事故隐患专项排查整治2023行动
您作为“主要负责人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【隐患上报】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">宋桂成，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司有一处隐患已上报（企业自查）：车辆动态监控离线未处置。</p>
<p style="margin:8px 0">请尽快对照判定标准判定级别；能够立即整改的，应当场整改。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患上报</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已上报</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“主要负责人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h3b1kr00e0080a8nc37wzgbd@127.0.0.1>', 'SENT', 1, '2023-06-20T00:00:00+00:00', NULL, NULL, 'written to 20230620T000000Z-mail_01h3b1kr00e0080a8nc37wzgbd.eml', '2023-06-20T00:00:00+00:00', '2023-06-20T00:00:00+00:00'),
(X'0188d619e0007000802ce658e70ff56c', X'01883c76d20070018231687a6fc39c5b', 'safety.e12@qinggele.example', 'HAZARD_REPORTED', 'ZH', '【隐患上报】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置', '董秀涛，您好：

青格勒镇铁骑铁路专用线服务公司有一处隐患已上报（企业自查）：车辆动态监控离线未处置。

请尽快对照判定标准判定级别；能够立即整改的，应当场整改。

■ 隐患上报
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  状态：已上报
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【隐患上报】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">董秀涛，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司有一处隐患已上报（企业自查）：车辆动态监控离线未处置。</p>
<p style="margin:8px 0">请尽快对照判定标准判定级别；能够立即整改的，应当场整改。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患上报</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已上报</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h3b1kr00e0080b76b3kgzxbc@127.0.0.1>', 'SENT', 1, '2023-06-20T00:00:00+00:00', NULL, NULL, 'written to 20230620T000000Z-mail_01h3b1kr00e0080b76b3kgzxbc.eml', '2023-06-20T00:00:00+00:00', '2023-06-20T00:00:00+00:00'),
(X'0188dd658d00700080110992c09fb175', X'01883c76d20070018231687a6fc39c5b', 'safety.e12@qinggele.example', 'HAZARD_DEADLINE_NEAR', 'ZH', '【整改期限临近】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置，还有10天', '董秀涛，您好：

青格勒镇铁骑铁路专用线服务公司的隐患“车辆动态监控离线未处置”应于2023年7月1日（星期六）前完成整改，还有10天。

请抓紧整改，落实整改期间的防范措施；整改完成后请及时申请验收。

■ 整改期限临近
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：已制定方案
  期限：2023年7月1日（星期六）
  时限：还有10天
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【整改期限临近】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置，还有10天</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">董秀涛，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司的隐患“车辆动态监控离线未处置”应于2023年7月1日（星期六）前完成整改，还有10天。</p>
<p style="margin:8px 0">请抓紧整改，落实整改期间的防范措施；整改完成后请及时申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">整改期限临近</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已制定方案</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">还有10天</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h3epb380e0080489jb09zcbn@127.0.0.1>', 'SENT', 1, '2023-06-21T10:00:00+00:00', NULL, NULL, 'written to 20230621T100000Z-mail_01h3epb380e0080489jb09zcbn.eml', '2023-06-21T10:00:00+00:00', '2023-06-21T10:00:00+00:00'),
(X'0188f500080070008034c3045c32a0e3', X'01883c76d200700182730866dd9a17ba', 'safety.e13@qinggele.example', 'HAZARD_DEADLINE_NEAR', 'ZH', '【整改期限临近】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范，还有7天', '丁兴云，您好：

青格勒镇远途汽车运输队的隐患“劳动防护用品佩戴不规范”应于2023年7月3日（星期一）前完成整改，还有7天。

请抓紧整改，落实整改期间的防范措施；整改完成后请及时申请验收。

■ 整改期限临近
  单位：青格勒镇远途汽车运输队
  隐患：劳动防护用品佩戴不规范
  地点：东侧库房
  级别：一般隐患
  状态：已制定方案
  期限：2023年7月3日（星期一）
  时限：还有7天
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【整改期限临近】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范，还有7天</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">丁兴云，您好：</p>
<p style="margin:8px 0">青格勒镇远途汽车运输队的隐患“劳动防护用品佩戴不规范”应于2023年7月3日（星期一）前完成整改，还有7天。</p>
<p style="margin:8px 0">请抓紧整改，落实整改期间的防范措施；整改完成后请及时申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">整改期限临近</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇远途汽车运输队</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">劳动防护用品佩戴不规范</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">东侧库房</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已制定方案</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月3日（星期一）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">还有7天</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h3tg0200e0080d630he35873@127.0.0.1>', 'SENT', 1, '2023-06-26T00:00:00+00:00', NULL, NULL, 'written to 20230626T000000Z-mail_01h3tg0200e0080d630he35873.eml', '2023-06-26T00:00:00+00:00', '2023-06-26T00:00:00+00:00'),
(X'0188ff4cc0007000801a87c17aa21baa', X'01883c76d20070018222b8a285f2210e', 'head.e12@qinggele.example', 'HAZARD_APPLIED', 'ZH', '【申请验收】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置', '宋桂成，您好：

青格勒镇铁骑铁路专用线服务公司的一般隐患“车辆动态监控离线未处置”已完成整改并申请验收。

请及时组织验收。参与整改的人员不得验收；只有验收通过才能销号。

■ 申请验收
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：待验收
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”

--
全镇重大事故隐患专项排查整治2023行动
您作为“主要负责人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【申请验收】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">宋桂成，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司的一般隐患“车辆动态监控离线未处置”已完成整改并申请验收。</p>
<p style="margin:8px 0">请及时组织验收。参与整改的人员不得验收；只有验收通过才能销号。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">申请验收</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">待验收</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“主要负责人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h3zmsg00e00806m7r5xa46xa@127.0.0.1>', 'SENT', 1, '2023-06-28T00:00:00+00:00', NULL, NULL, 'written to 20230628T000000Z-mail_01h3zmsg00e00806m7r5xa46xa.eml', '2023-06-28T00:00:00+00:00', '2023-06-28T00:00:00+00:00'),
(X'018904731c0070008069172e6608b6e1', X'01883c76d20070018263561aaa0e1a42', 'head.e13@qinggele.example', 'HAZARD_APPLIED', 'ZH', '【申请验收】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范', '黄明山，您好：

青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已完成整改并申请验收。

请及时组织验收。参与整改的人员不得验收；只有验收通过才能销号。

■ 申请验收
  单位：青格勒镇远途汽车运输队
  隐患：劳动防护用品佩戴不规范
  地点：东侧库房
  级别：一般隐患
  状态：待验收
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”

--
全镇重大事故隐患专项排查整治2023行动
您作为“主要负责人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【申请验收】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">黄明山，您好：</p>
<p style="margin:8px 0">青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已完成整改并申请验收。</p>
<p style="margin:8px 0">请及时组织验收。参与整改的人员不得验收；只有验收通过才能销号。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">申请验收</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇远途汽车运输队</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">劳动防护用品佩戴不规范</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">东侧库房</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">待验收</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“主要负责人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4276700e0080t8q5sk0hdq1@127.0.0.1>', 'SENT', 1, '2023-06-29T00:00:00+00:00', NULL, NULL, 'written to 20230629T000000Z-mail_01h4276700e0080t8q5sk0hdq1.eml', '2023-06-29T00:00:00+00:00', '2023-06-29T00:00:00+00:00'),
(X'0189099978007000805bd803adbec52c', X'01883c76d20070018222b8a285f2210e', 'head.e12@qinggele.example', 'HAZARD_REJECTED', 'ZH', '【验收不通过】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置', '宋桂成，您好：

青格勒镇铁骑铁路专用线服务公司的一般隐患“车辆动态监控离线未处置”未通过验收，已退回继续整改。

请对照验收意见继续整改，完成后重新申请验收。

■ 验收不通过
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：整改中
  期限：2023年7月1日（星期六）
  时限：明天到期
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”

--
全镇重大事故隐患专项排查整治2023行动
您作为“主要负责人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【验收不通过】青格勒镇铁骑铁路专用线服务公司：车辆动态监控离线未处置</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">宋桂成，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司的一般隐患“车辆动态监控离线未处置”未通过验收，已退回继续整改。</p>
<p style="margin:8px 0">请对照验收意见继续整改，完成后重新申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">验收不通过</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">整改中</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">明天到期</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“主要负责人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h44sjy00e0080pyr0epvxh9c@127.0.0.1>', 'SENT', 1, '2023-06-30T00:00:00+00:00', NULL, NULL, 'written to 20230630T000000Z-mail_01h44sjy00e0080pyr0epvxh9c.eml', '2023-06-30T00:00:00+00:00', '2023-06-30T00:00:00+00:00'),
(X'0189099978007000805f745ca9f43a81', X'01883c76d20070018231687a6fc39c5b', 'safety.e12@qinggele.example', 'DIGEST', 'ZH', '【每日提醒】6月30日：隐患动态2项', '董秀涛，您好：

截至2023年6月30日（星期五），共有2个事项需要您关注：隐患动态2项。以下按紧急程度排列。

已完成的事项请及时登记；登记后不再提醒。


== 隐患动态（2项） ==

■ 整改期限临近
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：整改中
  期限：2023年7月1日（星期六）
  时限：明天到期
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”
  怎么办：抓紧整改，落实整改期间的防范措施，完成后申请验收。

■ 验收不通过
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：整改中
  期限：2023年7月1日（星期六）
  时限：明天到期
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”
  怎么办：对照验收意见继续整改，完成后重新申请验收。

--
全镇重大事故隐患专项排查整治2023行动
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【每日提醒】6月30日：隐患动态2项</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">董秀涛，您好：</p>
<p style="margin:8px 0">截至2023年6月30日（星期五），共有2个事项需要您关注：隐患动态2项。以下按紧急程度排列。</p>
<p style="margin:8px 0">已完成的事项请及时登记；登记后不再提醒。</p>
<h2 style="margin:28px 0 4px 0;padding-bottom:4px;font-size:17px;border-bottom:1px solid #dee0e3">隐患动态（2项）</h2>
<h3 style="margin:20px 0 6px 0;font-size:15px">整改期限临近</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">整改中</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">明天到期</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>抓紧整改，落实整改期间的防范措施，完成后申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">验收不通过</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">整改中</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">明天到期</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>对照验收意见继续整改，完成后重新申请验收。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h44sjy00e0080qvmbjmz8em1@127.0.0.1>', 'SENT', 1, '2023-06-30T00:00:00+00:00', NULL, NULL, 'written to 20230630T000000Z-mail_01h44sjy00e0080qvmbjmz8em1.eml', '2023-06-30T00:00:00+00:00', '2023-06-30T00:00:00+00:00'),
(X'01890bbec9007000801cf7bef98c9710', X'01883c76d20070018231687a6fc39c5b', 'safety.e12@qinggele.example', 'HAZARD_PLAN_MISSING', 'ZH', '【治理方案缺失】青格勒镇铁骑铁路专用线服务公司：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散，还有7天', '董秀涛，您好：

青格勒镇铁骑铁路专用线服务公司的重大隐患“安全出口被锁闭，疏散通道被占用，人员密集时无法疏散”应于2023年7月7日（星期五）前提交治理方案，还有7天，目前尚未收到完整的治理方案。

治理方案应写明责任人、措施、资金、期限和应急预案，五项缺一不可。

■ 制定重大隐患治理方案
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散
  期次：2023-06-30 至 2023-07-07
  截止日期：2023年7月7日（星期五）
  时限：还有7天
  链接：http://127.0.0.1:8080/#/windows/window_01h45gztv0e00801fedahcp5mc
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”
  怎么办：隐患判定为重大且不能立即整改的，7日内提交治理方案，写明责任人、措施、资金、期限和应急预案五项。

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【治理方案缺失】青格勒镇铁骑铁路专用线服务公司：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散，还有7天</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">董秀涛，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司的重大隐患“安全出口被锁闭，疏散通道被占用，人员密集时无法疏散”应于2023年7月7日（星期五）前提交治理方案，还有7天，目前尚未收到完整的治理方案。</p>
<p style="margin:8px 0">治理方案应写明责任人、措施、资金、期限和应急预案，五项缺一不可。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">制定重大隐患治理方案</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">安全出口被锁闭，疏散通道被占用，人员密集时无法疏散</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期次</th><td style="border:1px solid #dee0e3">2023-06-30 至 2023-07-07</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">截止日期</th><td style="border:1px solid #dee0e3">2023年7月7日（星期五）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3">还有7天</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/windows/window_01h45gztv0e00801fedahcp5mc" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>隐患判定为重大且不能立即整改的，7日内提交治理方案，写明责任人、措施、资金、期限和应急预案五项。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h45vxj80e008077qqvwrs5rg@127.0.0.1>', 'SENT', 1, '2023-06-30T10:00:00+00:00', NULL, NULL, 'written to 20230630T100000Z-mail_01h45vxj80e008077qqvwrs5rg.eml', '2023-06-30T10:00:00+00:00', '2023-06-30T10:00:00+00:00'),
(X'0189190c8c0070008017ea15d79ff416', X'01883c76d2007000bbf0c2679811dbff', 'safety.aobaoliang@qinggele.example', 'HAZARD_GRADED', 'ZH', '【隐患判定】青格勒镇铁骑铁路专用线服务公司：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散，判定为重大隐患', '孙晓燕，您好：

青格勒镇铁骑铁路专用线服务公司的隐患“安全出口被锁闭，疏散通道被占用，人员密集时无法疏散”已判定为重大隐患。

重大隐患应按分级属地原则报告；不能立即整改的，应制定包含责任人、措施、资金、期限和应急预案五项内容的治理方案，整改完成后申请验收。

■ 隐患判定
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散
  地点：作业现场
  级别：重大隐患
  状态：已判定
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”

--
全镇重大事故隐患专项排查整治2023行动
您作为“属地嘎查村社区”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【隐患判定】青格勒镇铁骑铁路专用线服务公司：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散，判定为重大隐患</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">孙晓燕，您好：</p>
<p style="margin:8px 0">青格勒镇铁骑铁路专用线服务公司的隐患“安全出口被锁闭，疏散通道被占用，人员密集时无法疏散”已判定为重大隐患。</p>
<p style="margin:8px 0">重大隐患应按分级属地原则报告；不能立即整改的，应制定包含责任人、措施、资金、期限和应急预案五项内容的治理方案，整改完成后申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患判定</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">安全出口被锁闭，疏散通道被占用，人员密集时无法疏散</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">作业现场</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">重大隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已判定</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“属地嘎查村社区”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4cgs300e00805za2qbszx0p@127.0.0.1>', 'SENT', 1, '2023-07-03T00:00:00+00:00', NULL, NULL, 'written to 20230703T000000Z-mail_01h4cgs300e00805za2qbszx0p.eml', '2023-07-03T00:00:00+00:00', '2023-07-03T00:00:00+00:00'),
(X'0189190c8c007000807a3510098a280f', X'01883c76d20070018222b8a285f2210e', 'head.e12@qinggele.example', 'DIGEST', 'ZH', '【每日提醒】7月3日：隐患动态3项', '宋桂成，您好：

截至2023年7月3日（星期一），共有3个事项需要您关注：隐患动态3项。以下按紧急程度排列。

已完成的事项请及时登记；登记后不再提醒。


== 隐患动态（3项） ==

■ 隐患上报
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散
  地点：作业现场
  级别：重大隐患
  状态：已判定
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”
  怎么办：对照判定标准判定级别；能够立即整改的，当场整改。

■ 隐患判定
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散
  地点：作业现场
  级别：重大隐患
  状态：已判定
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”
  怎么办：按分级属地原则报告，制定治理方案并按期整改，完成后申请验收。

■ 整改逾期
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：整改中
  期限：2023年7月1日（星期六）
  时限：已逾期2天（1个工作日）
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”
  怎么办：抓紧整改，落实整改期间的防范措施，完成后申请验收。

--
全镇重大事故隐患专项排查整治2023行动
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【每日提醒】7月3日：隐患动态3项</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">宋桂成，您好：</p>
<p style="margin:8px 0">截至2023年7月3日（星期一），共有3个事项需要您关注：隐患动态3项。以下按紧急程度排列。</p>
<p style="margin:8px 0">已完成的事项请及时登记；登记后不再提醒。</p>
<h2 style="margin:28px 0 4px 0;padding-bottom:4px;font-size:17px;border-bottom:1px solid #dee0e3">隐患动态（3项）</h2>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患上报</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">安全出口被锁闭，疏散通道被占用，人员密集时无法疏散</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">作业现场</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">重大隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已判定</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>对照判定标准判定级别；能够立即整改的，当场整改。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患判定</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">安全出口被锁闭，疏散通道被占用，人员密集时无法疏散</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">作业现场</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">重大隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已判定</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>按分级属地原则报告，制定治理方案并按期整改，完成后申请验收。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">整改逾期</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">整改中</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3;color:#b3202a;font-weight:bold">已逾期2天（1个工作日）</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>抓紧整改，落实整改期间的防范措施，完成后申请验收。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4cgs300e0080yhn204rma0f@127.0.0.1>', 'SENT', 1, '2023-07-03T00:00:00+00:00', NULL, NULL, 'written to 20230703T000000Z-mail_01h4cgs300e0080yhn204rma0f.eml', '2023-07-03T00:00:00+00:00', '2023-07-03T00:00:00+00:00'),
(X'0189190c8c007000807d2f74cfffcb72', X'01883c76d20070018231687a6fc39c5b', 'safety.e12@qinggele.example', 'DIGEST', 'ZH', '【每日提醒】7月3日：隐患动态2项', '董秀涛，您好：

截至2023年7月3日（星期一），共有2个事项需要您关注：隐患动态2项。以下按紧急程度排列。

已完成的事项请及时登记；登记后不再提醒。


== 隐患动态（2项） ==

■ 隐患上报
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：安全出口被锁闭，疏散通道被占用，人员密集时无法疏散
  地点：作业现场
  级别：重大隐患
  状态：已判定
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm
  依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”
  怎么办：对照判定标准判定级别；能够立即整改的，当场整改。

■ 整改逾期
  单位：青格勒镇铁骑铁路专用线服务公司
  隐患：车辆动态监控离线未处置
  地点：储存区
  级别：一般隐患
  状态：整改中
  期限：2023年7月1日（星期六）
  时限：已逾期2天（1个工作日）
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31
  依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”
  怎么办：抓紧整改，落实整改期间的防范措施，完成后申请验收。

--
全镇重大事故隐患专项排查整治2023行动
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【每日提醒】7月3日：隐患动态2项</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">董秀涛，您好：</p>
<p style="margin:8px 0">截至2023年7月3日（星期一），共有2个事项需要您关注：隐患动态2项。以下按紧急程度排列。</p>
<p style="margin:8px 0">已完成的事项请及时登记；登记后不再提醒。</p>
<h2 style="margin:28px 0 4px 0;padding-bottom:4px;font-size:17px;border-bottom:1px solid #dee0e3">隐患动态（2项）</h2>
<h3 style="margin:20px 0 6px 0;font-size:15px">隐患上报</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">安全出口被锁闭，疏散通道被占用，人员密集时无法疏散</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">作业现场</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">重大隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已判定</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h44xfec0e00804ynpkx38hsm" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “按分级属地原则向负有安全监管职责的有关部门报告”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>对照判定标准判定级别；能够立即整改的，当场整改。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">整改逾期</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇铁骑铁路专用线服务公司</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">车辆动态监控离线未处置</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">储存区</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">整改中</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">期限</th><td style="border:1px solid #dee0e3">2023年7月1日（星期六）</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">时限</th><td style="border:1px solid #dee0e3;color:#b3202a;font-weight:bold">已逾期2天（1个工作日）</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h38nekq0e00804d279syme31" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “需要一定时间整改的，要明确责任人、措施、资金、期限和应急预案，落实隐患治理专项经费”</p>
<p style="margin:8px 0"><strong>怎么办：</strong>抓紧整改，落实整改期间的防范措施，完成后申请验收。</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4cgs300e0080z9fek7zzjvj@127.0.0.1>', 'SENT', 1, '2023-07-03T00:00:00+00:00', NULL, NULL, 'written to 20230703T000000Z-mail_01h4cgs300e0080z9fek7zzjvj.eml', '2023-07-03T00:00:00+00:00', '2023-07-03T00:00:00+00:00'),
(X'0189190c8c0070008081480891092b15', X'01883c76d20070018263561aaa0e1a42', 'head.e13@qinggele.example', 'HAZARD_ACCEPTED', 'ZH', '【验收销号】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范', '黄明山，您好：

青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已通过验收并销号。

请巩固整改成果，防止同类隐患再次发生。

■ 验收销号
  单位：青格勒镇远途汽车运输队
  隐患：劳动防护用品佩戴不规范
  地点：东侧库房
  级别：一般隐患
  状态：已销号
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”

--
全镇重大事故隐患专项排查整治2023行动
您作为“主要负责人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【验收销号】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">黄明山，您好：</p>
<p style="margin:8px 0">青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已通过验收并销号。</p>
<p style="margin:8px 0">请巩固整改成果，防止同类隐患再次发生。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">验收销号</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇远途汽车运输队</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">劳动防护用品佩戴不规范</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">东侧库房</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已销号</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“主要负责人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4cgs300e00810a8128gjarn@127.0.0.1>', 'SENT', 1, '2023-07-03T00:00:00+00:00', NULL, NULL, 'written to 20230703T000000Z-mail_01h4cgs300e00810a8128gjarn.eml', '2023-07-03T00:00:00+00:00', '2023-07-03T00:00:00+00:00'),
(X'0189190c8c0070008086d6592bc8f024', X'01883c76d200700182730866dd9a17ba', 'safety.e13@qinggele.example', 'HAZARD_ACCEPTED', 'ZH', '【验收销号】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范', '丁兴云，您好：

青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已通过验收并销号。

请巩固整改成果，防止同类隐患再次发生。

■ 验收销号
  单位：青格勒镇远途汽车运输队
  隐患：劳动防护用品佩戴不规范
  地点：东侧库房
  级别：一般隐患
  状态：已销号
  链接：http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7
  依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”

--
全镇重大事故隐患专项排查整治2023行动
您作为“责任人”收到本邮件。
本邮件由红线系统自动发出，请勿直接回复。
http://127.0.0.1:8080/', '<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>【验收销号】青格勒镇远途汽车运输队：劳动防护用品佩戴不规范</title></head>
<body style="margin:0;padding:0;background:#f2f3f5;color:#1f2329;font-family:''PingFang SC'',''Microsoft YaHei'',''Noto Sans CJK SC'',Arial,sans-serif;font-size:15px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;background:#ffffff;border-top:4px solid #b3202a">
<tr><td style="padding:16px 28px 0 28px;font-size:13px;color:#646a73">全镇重大事故隐患专项排查整治2023行动</td></tr>
<tr><td style="padding:8px 28px 20px 28px">
<p style="margin:8px 0">丁兴云，您好：</p>
<p style="margin:8px 0">青格勒镇远途汽车运输队的一般隐患“劳动防护用品佩戴不规范”已通过验收并销号。</p>
<p style="margin:8px 0">请巩固整改成果，防止同类隐患再次发生。</p>
<h3 style="margin:20px 0 6px 0;font-size:15px">验收销号</h3>
<table width="100%" cellpadding="6" cellspacing="0" border="0" style="border-collapse:collapse;font-size:14px">
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">单位</th><td style="border:1px solid #dee0e3">青格勒镇远途汽车运输队</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">隐患</th><td style="border:1px solid #dee0e3">劳动防护用品佩戴不规范</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">地点</th><td style="border:1px solid #dee0e3">东侧库房</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">级别</th><td style="border:1px solid #dee0e3">一般隐患</td></tr>
<tr><th align="left" valign="top" width="96" style="border:1px solid #dee0e3;background:#f7f8fa;font-weight:normal;color:#646a73">状态</th><td style="border:1px solid #dee0e3">已销号</td></tr>
</table>
<p style="margin:14px 0"><a href="http://127.0.0.1:8080/#/hazards/hazard_01h390e5q0e00804qe8azrqcb7" style="display:inline-block;padding:8px 22px;background:#b3202a;color:#ffffff;text-decoration:none">查看</a></p>
<p style="margin:8px 0;padding:8px 12px;background:#f7f8fa;font-size:13px;color:#51565d">依据：通知二（一）1（2.1.1） “组织建立企业重大事故隐患台账清单、实行动态分级闭环管理。”</p>
</td></tr>
<tr><td style="padding:14px 28px 20px 28px;border-top:1px solid #dee0e3;font-size:12px;color:#8f959e">您作为“责任人”收到本邮件。<br>本邮件由红线系统自动发出，请勿直接回复。<br><a href="http://127.0.0.1:8080/" style="color:#8f959e">http://127.0.0.1:8080/</a></td></tr>
</table>
</td></tr></table>
</body>
</html>', '<mail_01h4cgs300e00811ppb4nwhw14@127.0.0.1>', 'QUEUED', 0, '2023-07-03T00:00:00+00:00', NULL, NULL, NULL, NULL, '2023-07-03T00:00:00+00:00');
INSERT INTO "ledger_event" ("id", "organization_id", "subject_kind", "subject_id", "action", "actor_id", "data", "true_at", "recorded_at") VALUES
(X'01883c76d200700080326da7a2fe88a5', X'01883c76d2007000802b777b43fbd030', 'ORGANIZATION', X'01883c76d2007000802b777b43fbd030', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"SAFETY_OFFICE","name":"青格勒镇安委办"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080ed5882bec330ac', X'01883c76d2007000802b777b43fbd030', 'DUTY', X'01883c76d20070008034f6f42b391bc1', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"O01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080f06c29da84cf66', X'01883c76d2007000802b777b43fbd030', 'DUTY', X'01883c76d200700080b92bc3fc6559f5', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"O02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700080f788ecf58b3784', X'01883c76d2007000802b777b43fbd030', 'DUTY', X'01883c76d200700080db744c3bfa6ba6', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"O03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008100ad5b291a0c94', X'01883c76d200700080fa8c356051f71f', 'ORGANIZATION', X'01883c76d200700080fa8c356051f71f', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"DISCIPLINE_OFFICE","name":"青格勒镇纪委监察办"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000821f04174b6143ce', X'01883c76d20070008214955d466bcada', 'ORGANIZATION', X'01883c76d20070008214955d466bcada', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"VILLAGE","name":"查干淖尔嘎查"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082e895ebef05fa77', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d20070008220596329f35819', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082efa590bdcbae6c', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082293dcaac93b21e', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082f08b9b3bb386d3', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d20070008230f04d409e4996', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082f7e44e88269d1a', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d2007000823a683c114870fe', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V04"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082f966fb5dde0f92', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082be111a57076a56', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V05"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700082fdd490b9c11884', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082cb44219d8046d1', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V06"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008300a371e6bc11fb', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082d2550582390d32', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V07"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700083050fdef91c66d0', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082db51fea20ed745', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V08"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700083091e220ae77a81', X'01883c76d20070008214955d466bcada', 'DUTY', X'01883c76d200700082e36965a5b5d464', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V09"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700085fcff69822118db', X'01883c76d200700085f404e4938a7f0f', 'ORGANIZATION', X'01883c76d200700085f404e4938a7f0f', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"VILLAGE","name":"敖包梁村"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086ca3132b523dfb9', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d2007000860269b9435f18cf', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086ce7c35ffaead9b', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d20070008608bb08fdbd3307', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086d1d09e6f995b74', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d200700086116ea50c49e6a8', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086d64a94992a1659', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d2007000861a009c4203084b', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V04"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086d85313513b0d4c', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d2007000869eba0678e7fb8d', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V05"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086deaa0e74dd11bc', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d200700086aabaef9486ef14', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V06"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086e3e4a1e162c98b', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d200700086b1452a4c73a0ba', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V07"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086e6113b3e838d14', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d200700086b954af8fd7ce27', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V08"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700086ea23b957474ead', X'01883c76d200700085f404e4938a7f0f', 'DUTY', X'01883c76d200700086c2e7cb0f9adce3', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"V09"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ad749a02aa90d9c', X'01883c76d20070008acf631d8612a6a3', 'ORGANIZATION', X'01883c76d20070008acf631d8612a6a3', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"UNIT","name":"青格勒镇交通运输管理站"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ba3610b04344f1f', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008ada7d278838f7c7', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ba586967fec4126', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008ae11b3d50b2ca00', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008ba853fe4222447a', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008aeaa231fd7e7dfa', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bacf294372b8194', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008af093d136fb7e2d', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R04"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bb3c0eed1470836', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008b76e2041c803159', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R05"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bb734fc4c716692', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008b7e3be7413799fc', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R06"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bb992bc13e4c31d', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008b84672c3e2b7535', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R07"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bbe61c2b77361b1', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008b8e6847f0344e01', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R08"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070008bc222594d87746d', X'01883c76d20070008acf631d8612a6a3', 'DUTY', X'01883c76d20070008b9a4505a4d7f3f2', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"R09"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700098daeedc537e1e9e', X'01883c76d200700098d30bb63b8a2520', 'ORGANIZATION', X'01883c76d200700098d30bb63b8a2520', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"ENTERPRISE","name":"青格勒镇铁骑铁路专用线服务公司"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000995a2ab3876b23ef', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700098de1144d1d83563', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000995e8775fd4b0b60', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700098e6636cfec3053f', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000996010277e941cd7', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700098efac8003dbf78e', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009966a5e9e7081a56', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700098f3a42b6aebad66', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E04"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009968b310ae30aeed', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700098f58fa8260b5141', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E05"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000996cfe99de10a555', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000991579467fc7cac2', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E06"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000997194065df3cfe3', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000991a8e053bb4ff4f', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E07"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009975a600b327b76c', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000991f60e716689915', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E08"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099781d8cf82a572e', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d200700099278e59851047e0', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E11"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000997db2cbfef2b059', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000992e7456b7b4e436', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E12"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099809c3e28de050e', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000993643274b6d0912', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E13"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d200700099877283cbc2b445', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000993f1d209b3f01c3', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E14"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000998aeb2a3cb7faaa', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d2007000994506632c6196ba', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E16"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000998d2b0cce498de3', X'01883c76d200700098d30bb63b8a2520', 'DUTY', X'01883c76d20070009951e42add4c6890', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E17"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000999bcb6cbe112026', X'01883c76d200700099907d5ccfa717de', 'ORGANIZATION', X'01883c76d200700099907d5ccfa717de', 'ORGANIZATION_REGISTERED', NULL, '{"joinedOn":"2023-05-22","kind":"ENTERPRISE","name":"青格勒镇远途汽车运输队"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a09f99589276dfb', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d2007000999eb03b9710e785', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a0c3885e2c064d9', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099a4c48349573d1a', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E02"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a11da55de8097d1', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099ae3bee59438721', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E03"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a17a08566126397', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099b267a61b3004c3', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E04"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a1b12d4b7939277', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099b77030080e5070', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E05"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a1f752deb0cf40a', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099d7a01d198f1612', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E06"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a227083bcc11ee0', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099db69f6917cbd38', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E07"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a2553a4881c8387', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099dcb0f612164bc3', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E08"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a2bc4b3270dd50d', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099e73f4be74b3288', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E11"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a2c7d610406135a', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099ed91cd33127a93', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E12"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a33688e909165d2', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d200700099f7dcc0e446b8c0', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E16"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d20070009a35288d3fd9b732', X'01883c76d200700099907d5ccfa717de', 'DUTY', X'01883c76d20070009a016b6c3eaad288', 'DUTY_BEGAN', NULL, '{"on":"2023-05-22","rule":"E17"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9e4ce7a01c8d879', NULL, 'PERSON', X'01883c76d2007000b9e087ac464c1a9c', 'PERSON_RECORDED', NULL, '{"name":"沈宏生"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9ee330a09ebdc20', X'01883c76d2007000802b777b43fbd030', 'MEMBERSHIP', X'01883c76d2007000b9eace3ea8cd7393', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-b9e0-87ac464c1a9c","position":"HEAD","since":"2018-12-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9f57b045fb72bc5', NULL, 'PERSON', X'01883c76d2007000b9f37be92d6aef1c', 'PERSON_RECORDED', NULL, '{"name":"巴特尔高娃"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000b9ffc9cfadaeb5aa', X'01883c76d2007000802b777b43fbd030', 'MEMBERSHIP', X'01883c76d2007000b9fb5325cef84162', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-b9f3-7be92d6aef1c","position":"SAFETY_OFFICER","since":"2022-06-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba06c09e17f72d46', NULL, 'PERSON', X'01883c76d2007000ba013c998c3003c7', 'PERSON_RECORDED', NULL, '{"name":"袁志兰"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba0e8cdc337570c6', X'01883c76d2007000802b777b43fbd030', 'MEMBERSHIP', X'01883c76d2007000ba09a15efc24ea47', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba01-3c998c3003c7","position":"DEPUTY","since":"2021-02-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba170c6195ad6a86', NULL, 'PERSON', X'01883c76d2007000ba100ae640aac0a1', 'PERSON_RECORDED', NULL, '{"name":"卢宏丽"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba1ca59a52adce8e', X'01883c76d2007000802b777b43fbd030', 'MEMBERSHIP', X'01883c76d2007000ba1a5d2d9705daff', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba10-0ae640aac0a1","position":"STAFF","since":"2015-06-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba26db3e4cfc4c0b', NULL, 'PERSON', X'01883c76d2007000ba20a8bd2dbfedbe', 'PERSON_RECORDED', NULL, '{"name":"其其格图雅"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba2fdc78e6f38cdf', X'01883c76d200700080fa8c356051f71f', 'MEMBERSHIP', X'01883c76d2007000ba2ae4f42151e320', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba20-a8bd2dbfedbe","position":"HEAD","since":"2022-02-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba351384921962ce', NULL, 'PERSON', X'01883c76d2007000ba3266891027d9bf', 'PERSON_RECORDED', NULL, '{"name":"巴特尔朝克图"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba3feaa86ea14a9e', X'01883c76d200700080fa8c356051f71f', 'MEMBERSHIP', X'01883c76d2007000ba39a532e5ea3319', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba32-66891027d9bf","position":"SAFETY_OFFICER","since":"2016-12-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba467991763ffcbd', NULL, 'PERSON', X'01883c76d2007000ba428fddbc93d653', 'PERSON_RECORDED', NULL, '{"name":"苏永平"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba4ddffb18fa4fd5', X'01883c76d200700080fa8c356051f71f', 'MEMBERSHIP', X'01883c76d2007000ba48cb3501e21a87', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba42-8fddbc93d653","position":"DEPUTY","since":"2019-02-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba55f39a69b7543c', NULL, 'PERSON', X'01883c76d2007000ba51f6edf9a080a1', 'PERSON_RECORDED', NULL, '{"name":"蔡国军"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba5f9c43a71c2695', X'01883c76d200700080fa8c356051f71f', 'MEMBERSHIP', X'01883c76d2007000ba59258d2fe2cf29', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-ba51-f6edf9a080a1","position":"STAFF","since":"2019-03-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba67288e0c96126d', NULL, 'PERSON', X'01883c76d2007000ba6329eb33b38cba', 'PERSON_RECORDED', NULL, '{"name":"薛永霞"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba77a8ce5e477f2c', NULL, 'PERSON', X'01883c76d2007000ba735fb5d9b7dd53', 'PERSON_RECORDED', NULL, '{"name":"梁志英"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba86ca5cbc5e2940', NULL, 'PERSON', X'01883c76d2007000ba823a0a900ff2eb', 'PERSON_RECORDED', NULL, '{"name":"萧海平"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000ba9772989c3c828d', NULL, 'PERSON', X'01883c76d2007000ba93149b8e4337e0', 'PERSON_RECORDED', NULL, '{"name":"蔡海林"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baa7035466bb636b', NULL, 'PERSON', X'01883c76d2007000baa05a6fe5968af1', 'PERSON_RECORDED', NULL, '{"name":"周淑平"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bab4203c3c820f44', NULL, 'PERSON', X'01883c76d2007000bab3414fb0a3c11f', 'PERSON_RECORDED', NULL, '{"name":"沈淑娟"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bac49344e7445dff', NULL, 'PERSON', X'01883c76d2007000bac257d078c33e1a', 'PERSON_RECORDED', NULL, '{"name":"邓海涛"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bad5a774191ee7bd', NULL, 'PERSON', X'01883c76d2007000bad20c52aa43b518', 'PERSON_RECORDED', NULL, '{"name":"袁凤芳"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bae785ff7dd60f27', NULL, 'PERSON', X'01883c76d2007000bae0bf213ed9e991', 'PERSON_RECORDED', NULL, '{"name":"梁宏娟"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baeddeba59575b3c', X'01883c76d20070008214955d466bcada', 'MEMBERSHIP', X'01883c76d2007000baea2694e1ed6980', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bae0-bf213ed9e991","position":"HEAD","since":"2015-05-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000baf573023f6c2c04', NULL, 'PERSON', X'01883c76d2007000baf25be97fe169b6', 'PERSON_RECORDED', NULL, '{"name":"萨如拉达来"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bafed2386c0f4241', X'01883c76d20070008214955d466bcada', 'MEMBERSHIP', X'01883c76d2007000baf971687118e345', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-baf2-5be97fe169b6","position":"SAFETY_OFFICER","since":"2017-12-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb047de7eea661fa', NULL, 'PERSON', X'01883c76d2007000bb030669435455bd', 'PERSON_RECORDED', NULL, '{"name":"娜仁毕力格"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb0ec862d851dcfd', X'01883c76d20070008214955d466bcada', 'MEMBERSHIP', X'01883c76d2007000bb0928f89628b880', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bb03-0669435455bd","position":"DEPUTY","since":"2022-06-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb17fff63a2a0c47', NULL, 'PERSON', X'01883c76d2007000bb11a72ae539c400', 'PERSON_RECORDED', NULL, '{"name":"其其格巴雅尔"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb1df360745fae05', X'01883c76d20070008214955d466bcada', 'MEMBERSHIP', X'01883c76d2007000bb1a63f71a70383e', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bb11-a72ae539c400","position":"STAFF","since":"2017-01-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb269a247e834743', NULL, 'PERSON', X'01883c76d2007000bb238f063025d519', 'PERSON_RECORDED', NULL, '{"name":"牧仁达来"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb36a97cf2422082', NULL, 'PERSON', X'01883c76d2007000bb3299a07ae22815', 'PERSON_RECORDED', NULL, '{"name":"萨如拉高娃"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb4692e7035c8e26', NULL, 'PERSON', X'01883c76d2007000bb43188391875b11', 'PERSON_RECORDED', NULL, '{"name":"宝音格日乐"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb5699edc55db253', NULL, 'PERSON', X'01883c76d2007000bb50c421b3e00e3f', 'PERSON_RECORDED', NULL, '{"name":"布和"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bb64902d169bac26', NULL, 'PERSON', X'01883c76d2007000bb6325a491189cf3', 'PERSON_RECORDED', NULL, '{"name":"谢志山"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00');
INSERT INTO "ledger_event" ("id", "organization_id", "subject_kind", "subject_id", "action", "actor_id", "data", "true_at", "recorded_at") VALUES
(X'01883c76d2007000bbec5323ba287667', X'01883c76d200700085f404e4938a7f0f', 'MEMBERSHIP', X'01883c76d2007000bbe8730816802bb4', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bbe1-3e45ea61a25f","position":"HEAD","since":"2015-06-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bbfd6f197fddfdfa', X'01883c76d200700085f404e4938a7f0f', 'MEMBERSHIP', X'01883c76d2007000bbf8a99e8ac21966', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bbf0-c2679811dbff","position":"SAFETY_OFFICER","since":"2021-04-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bc0c1c4956652d50', X'01883c76d200700085f404e4938a7f0f', 'MEMBERSHIP', X'01883c76d2007000bc08e9056545be90', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bc03-8d70f15beb03","position":"DEPUTY","since":"2017-04-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bc1fe3beb4ea8e53', X'01883c76d200700085f404e4938a7f0f', 'MEMBERSHIP', X'01883c76d2007000bc1b7fe835c633e4', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bc10-1c302170b051","position":"STAFF","since":"2020-01-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd2c2831cb2d0c50', X'01883c76d20070008acf631d8612a6a3', 'MEMBERSHIP', X'01883c76d2007000bd2af93d2c3e17a1', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bd20-5a2064415d67","position":"HEAD","since":"2018-09-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd3d427398f42f99', X'01883c76d20070008acf631d8612a6a3', 'MEMBERSHIP', X'01883c76d2007000bd3ae935b9cd7cf9', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bd33-954ea2002d98","position":"SAFETY_OFFICER","since":"2020-04-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd4f82ac75ac29ac', X'01883c76d20070008acf631d8612a6a3', 'MEMBERSHIP', X'01883c76d2007000bd4956b27b61cbe7', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bd41-4c64251498a1","position":"DEPUTY","since":"2019-09-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007000bd5f876a064c5a8f', X'01883c76d20070008acf631d8612a6a3', 'MEMBERSHIP', X'01883c76d2007000bd5ae22cae593fba', 'APPOINTED', NULL, '{"person":"01883c76-d200-7000-bd53-05af8bd95732","position":"STAFF","since":"2019-10-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001822c4da4ac47785a', X'01883c76d200700098d30bb63b8a2520', 'MEMBERSHIP', X'01883c76d2007001822a93b81109c371', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8222-b8a285f2210e","position":"HEAD","since":"2018-10-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001823deca3c61cc628', X'01883c76d200700098d30bb63b8a2520', 'MEMBERSHIP', X'01883c76d2007001823b6ef6a40b4dcb', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8231-687a6fc39c5b","position":"SAFETY_OFFICER","since":"2022-10-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001824dc23fdc0b10ce', X'01883c76d200700098d30bb63b8a2520', 'MEMBERSHIP', X'01883c76d2007001824a272a8fb177fe', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8240-5a84196cd00e","position":"STAFF","since":"2019-04-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001825f77a0916ad3e2', X'01883c76d200700098d30bb63b8a2520', 'MEMBERSHIP', X'01883c76d2007001825a0623571a459e', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8251-6d2ead073c3d","position":"STAFF","since":"2020-12-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001826f9ccb920b4119', X'01883c76d200700099907d5ccfa717de', 'MEMBERSHIP', X'01883c76d2007001826a1d5ff4622fc6', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8263-561aaa0e1a42","position":"HEAD","since":"2015-05-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001827de3bf8c54b785', X'01883c76d200700099907d5ccfa717de', 'MEMBERSHIP', X'01883c76d200700182788e0ca913bbab', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8273-0866dd9a17ba","position":"SAFETY_OFFICER","since":"2019-07-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001828c0590cfdafaf8', X'01883c76d200700099907d5ccfa717de', 'MEMBERSHIP', X'01883c76d2007001828a56e947a3053f', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8281-8be30708339f","position":"STAFF","since":"2015-02-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883c76d2007001829dafa088266a16', X'01883c76d200700099907d5ccfa717de', 'MEMBERSHIP', X'01883c76d200700182996b746fb5f78d', 'APPOINTED', NULL, '{"person":"01883c76-d200-7001-8291-db0261c2111c","position":"STAFF","since":"2019-06-01"}', '2023-05-21T04:00:00+00:00', '2023-05-21T04:00:00+00:00'),
(X'01883f0e93e070008041f32dcb249c91', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000803b9224ba8feed8', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-28","rule":"O01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008046a3f4612bc21f', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080dc396c241f1d54', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"O03"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000806e71dd8d4ef52f', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008224c9d7c6ccc33c', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"V01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008073e442edad37a8', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000822d60c7b985c5bd', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"V02"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008075f78eb049e5cf', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008236d0f8d1d7e155', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-25","rule":"V03"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008079aff6eabbe076', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000823fc9b0f7d8090b', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-28","rule":"V04"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000807c69da8a11e7db', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082c05bc55bad7a6a', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-08-09","rule":"V05"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000808302e93fca6411', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082d5bd5fc3a04287', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"V07"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008086c9fc2b401deb', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082de9896e4c5be70', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"V08"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000808b0d821ebae034', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082e5fa59d0b56b1e', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-12-31","rule":"V09"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700080ef2787365c3c5d', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008604e7ab35ac7f22', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"V01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700080f179c65df5420e', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000860ff99d62bec218', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"V02"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700080f7d9a7cae969e5', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008614f91aa2d4d639', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-25","rule":"V03"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700080f8d399a40bcfaf', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000861c3b68e0ee79ec', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-28","rule":"V04"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700080fdb913e5f91063', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086a32d29525f96a8', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-08-09","rule":"V05"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700081005802d4f742ef', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086b7751d1d82fd65', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"V07"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000810611863fadf088', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086bd0ca6f6b9e04f', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"V08"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000810ad3132efb3ec4', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086c4368dca367802', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-12-31","rule":"V09"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000818c8836ab2e7457', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008adc2c8bb1cf8d84', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"R01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700081923ce7072517a3', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008ae5f02d2522dc76', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-30","rule":"R02"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008197983160f9f671', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008aee15ecb04194df', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-25","rule":"R03"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000819a4b266bfb2ac6', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008af6c244e1f9250f', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-05-28","rule":"R04"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000819d6b1bdb7e10df', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b7b9987c5f2d157', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"R05"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700081a2373e2c628fbd', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b8292899c6ae8d8', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"R06"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700081a7fcee41693202', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b91349c0df0afb4', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-08-09","rule":"R08"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700081a875698d0fa5a5', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b9ce59440b6246f', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-12-31","rule":"R09"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083e3fb59597c7c9b', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098e028a98c2a60b4', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083e4b112adf89ac7', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098ea4a759802e834', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E02"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083eaa88610ace756', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009920855d75a309e0', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E08"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083ec455fe7afa5d4', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000992a70bfb8516636', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E11"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083f05206cf5bce35', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700099331aa67b21c1e0', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E12"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083f75e0a36114b1e', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000993ae9c0c62cf73e', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E13"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083f95a8839282748', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009941e5d54235adbc', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E14"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e0700083fddb422cd711e8', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000994bf86327d4995a', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"E16"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008402bc0601ea3f3e', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009954e7ae6a59aa71', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E17"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000840659ce1be9f9c8', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099a2522bcea8787a', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E01"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008408b279fd9b791d', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099a883b6815c3e47', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E02"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000840dc8edb5383c68', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099e20ae54e217ac6', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E08"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008410841920840752', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099ea885279d2a41c', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E11"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008414e2a347996b8b', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099f0feb2ce1a0011', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E12"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e070008418ab2c84a8f8fe', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099fb6da9fe789b04', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"E16"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01883f0e93e07000841da97bf32719ee', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d20070009a0752c8aefac006', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E17"}', '2023-05-21T16:00:00+00:00', '2023-05-21T16:05:00+00:00'),
(X'01884b7a3440700080062025fbdc4113', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'01884b7a34407000800002366e8052df', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"CONTACTS","periodOn":"2023-05-24"}', '2023-05-24T01:58:00+00:00', '2023-05-24T01:58:00+00:00'),
(X'01884b7a34407000800da12627539920', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008aee15ecb04194df', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-05-24","rule":"R03"}', '2023-05-23T16:00:00+00:00', '2023-05-24T01:58:00+00:00'),
(X'01884ba53be0700080046d706abde04b', X'01883c76d200700085f404e4938a7f0f', 'ACTIVITY', X'01884ba53be07000800029134c60761e', 'ACTIVITY_RECORDED', X'01883c76d2007000bbf0c2679811dbff', '{"enterprises":0,"kind":"MOBILISATION_MEETING","on":"2023-05-24","participants":7,"title":"重大事故隐患专项排查整治动员部署会"}', '2023-05-23T16:00:00+00:00', '2023-05-24T02:45:00+00:00'),
(X'01884ba53be07000800fbeb51ee89257', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008604e7ab35ac7f22', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-05-24","rule":"V01"}', '2023-05-23T16:00:00+00:00', '2023-05-24T02:45:00+00:00'),
(X'01884be2930070008005ef03e94ebd26', X'01883c76d20070008214955d466bcada', 'REPORT', X'01884be293007000800130de49d849bd', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"CONTACTS","periodOn":"2023-05-24"}', '2023-05-24T03:52:00+00:00', '2023-05-24T03:52:00+00:00'),
(X'01884be293007000800d6a7369273d33', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008236d0f8d1d7e155', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-05-24","rule":"V03"}', '2023-05-23T16:00:00+00:00', '2023-05-24T03:52:00+00:00'),
(X'01884c41ca00700080055dc3a4ffc75b', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'01884c41ca0070008001615025a5efa4', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"CONTACTS","periodOn":"2023-05-24"}', '2023-05-24T05:36:00+00:00', '2023-05-24T05:36:00+00:00'),
(X'01884c41ca007000800eaa11679c1900', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008614f91aa2d4d639', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-05-24","rule":"V03"}', '2023-05-23T16:00:00+00:00', '2023-05-24T05:36:00+00:00'),
(X'018850b59ee07000800657e3fe984a8f', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'018850b59ee070008001185e8c9b7375', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-05-25"}', '2023-05-25T02:21:00+00:00', '2023-05-25T02:21:00+00:00'),
(X'018850b59ee07000800c5ff558c1493e', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000861c3b68e0ee79ec', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-05-25","rule":"V04"}', '2023-05-24T16:00:00+00:00', '2023-05-25T02:21:00+00:00'),
(X'018855992580700080057b3894ba6f8c', X'01883c76d20070008acf631d8612a6a3', 'ACTIVITY', X'01885599258070008000c5a8b57a6e1e', 'ACTIVITY_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"enterprises":6,"kind":"PUBLICITY","on":"2023-05-26","participants":10,"title":"判定标准宣传解读"}', '2023-05-25T16:00:00+00:00', '2023-05-26T01:08:00+00:00'),
(X'0188559925807000800f709740a48a24', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008ae5f02d2522dc76', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-05-26","rule":"R02"}', '2023-05-25T16:00:00+00:00', '2023-05-26T01:08:00+00:00'),
(X'018855f4b300700080057a1892f29c89', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'018855f4b300700080011573d853d78e', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-05-26"}', '2023-05-26T02:48:00+00:00', '2023-05-26T02:48:00+00:00'),
(X'018855f4b3007000800c7358c9b681f8', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000803b9224ba8feed8', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-05-26","rule":"O01"}', '2023-05-25T16:00:00+00:00', '2023-05-26T02:48:00+00:00'),
(X'0188567ef1a0700080074ed2f310cec1', X'01883c76d20070008214955d466bcada', 'REPORT', X'0188567ef1a070008003a2b6c7a8f24b', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-05-26"}', '2023-05-26T05:19:00+00:00', '2023-05-26T05:19:00+00:00'),
(X'0188567ef1a07000800cc56b6f11d122', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000823fc9b0f7d8090b', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-05-26","rule":"V04"}', '2023-05-25T16:00:00+00:00', '2023-05-26T05:19:00+00:00'),
(X'0188569894207000800790f5ff9ebb11', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'018856989420700080037e346485b0d6', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-05-26"}', '2023-05-26T05:47:00+00:00', '2023-05-26T05:47:00+00:00'),
(X'0188569894207000800d8f861c588544', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008af6c244e1f9250f', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-05-26","rule":"R04"}', '2023-05-25T16:00:00+00:00', '2023-05-26T05:47:00+00:00'),
(X'018856e2bc80700080078f811a804031', X'01883c76d20070008acf631d8612a6a3', 'ACTIVITY', X'018856e2bc8070008002e8894f24ea53', 'ACTIVITY_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"enterprises":0,"kind":"MOBILISATION_MEETING","on":"2023-05-26","participants":28,"title":"重大事故隐患专项排查整治动员部署会"}', '2023-05-25T16:00:00+00:00', '2023-05-26T07:08:00+00:00'),
(X'018856e2bc8070008011a6f9897a1a37', X'01883c76d20070008acf631d8612a6a3', 'ACTIVITY', X'018856e2bc807000800d740f77266be0', 'ACTIVITY_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"enterprises":0,"kind":"DIVISION_OF_LABOUR","on":"2023-05-26","participants":19,"title":"重点检查事项及人员分工"}', '2023-05-25T16:00:00+00:00', '2023-05-26T07:08:00+00:00'),
(X'018856e2bc807000801986194b016376', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008adc2c8bb1cf8d84', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-05-26","rule":"R01"}', '2023-05-25T16:00:00+00:00', '2023-05-26T07:08:00+00:00'),
(X'0188631b17e0700080358763c5e93966', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000803e1dd813fedfa6', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-04","rule":"O01"}', '2023-05-28T16:00:00+00:00', '2023-05-28T16:05:00+00:00'),
(X'0188631b17e07000803e0b2302240b35', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008240c52a46488a5b', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-04","rule":"V04"}', '2023-05-28T16:00:00+00:00', '2023-05-28T16:05:00+00:00'),
(X'0188631b17e07000804d984aeb4f248b', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086215b3da8a42db0', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-04","rule":"V04"}', '2023-05-28T16:00:00+00:00', '2023-05-28T16:05:00+00:00'),
(X'0188631b17e0700080645055313b5cdf', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008af803c4ab4de485', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-04","rule":"R04"}', '2023-05-28T16:00:00+00:00', '2023-05-28T16:05:00+00:00'),
(X'018865382b807000802763b37ff85fe7', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082de9896e4c5be70', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-05-29","rule":"V08"}', '2023-05-28T16:00:00+00:00', '2023-05-29T01:56:00+00:00'),
(X'0188654990a0700080070a4c796285b3', X'01883c76d20070008214955d466bcada', 'ACTIVITY', X'0188654990a0700080020deb3e050f98', 'ACTIVITY_RECORDED', X'01883c76d2007000baf25be97fe169b6', '{"enterprises":0,"kind":"LEADERSHIP_GROUP","on":"2023-05-29","participants":18,"title":"成立专项行动领导小组"}', '2023-05-28T16:00:00+00:00', '2023-05-29T02:15:00+00:00'),
(X'0188654990a07000800c14853c0423b2', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000822d60c7b985c5bd', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-05-29","rule":"V02"}', '2023-05-28T16:00:00+00:00', '2023-05-29T02:15:00+00:00'),
(X'01886573ade07000800625a10a00ddb8', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'01886573ade070008002b49958c76a9b', 'INSPECTION_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"inspector":"01883c76-d200-7000-8acf-631d8612a6a3","kind":"ASSISTANCE","leader":"01883c76-d200-7000-bd33-954ea2002d98","on":"2023-05-29"}', '2023-05-28T16:00:00+00:00', '2023-05-29T03:01:00+00:00'),
(X'01886573ade0700080087b6e48947788', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'01886573ade070008002b49958c76a9b', 'INSPECTION_SIGNED', X'01883c76d2007000bd33954ea2002d98', '{"findings":0,"seal":"1f25c3a3fd21e0f5001ed1ef5c9ac929b0222519b8d479f7b11db4862a1b07c8"}', '2023-05-29T03:01:00+00:00', '2023-05-29T03:01:00+00:00'),
(X'01886573ade070008013568aa102b927', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b8292899c6ae8d8', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-05-29","rule":"R06"}', '2023-05-28T16:00:00+00:00', '2023-05-29T03:01:00+00:00'),
(X'01886590f9e07000801235c207abbfca', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080dc396c241f1d54', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-05-29","rule":"O03"}', '2023-05-28T16:00:00+00:00', '2023-05-29T03:33:00+00:00'),
(X'0188666735a0700080053c550f9dba4a', X'01883c76d20070008214955d466bcada', 'ACTIVITY', X'0188666735a0700080035e60980c28bb', 'ACTIVITY_RECORDED', X'01883c76d2007000baf25be97fe169b6', '{"enterprises":0,"kind":"MOBILISATION_MEETING","on":"2023-05-29","participants":24,"title":"重大事故隐患专项排查整治动员部署会"}', '2023-05-28T16:00:00+00:00', '2023-05-29T07:27:00+00:00'),
(X'0188666735a07000800d8679f571991f', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008224c9d7c6ccc33c', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-05-29","rule":"V01"}', '2023-05-28T16:00:00+00:00', '2023-05-29T07:27:00+00:00'),
(X'0188666adf20700080049df13f7909bc', X'01883c76d200700085f404e4938a7f0f', 'ACTIVITY', X'0188666adf20700080004b4dc9c9e377', 'ACTIVITY_RECORDED', X'01883c76d2007000bbf0c2679811dbff', '{"enterprises":0,"kind":"LEADERSHIP_GROUP","on":"2023-05-29","participants":30,"title":"成立专项行动领导小组"}', '2023-05-28T16:00:00+00:00', '2023-05-29T07:31:00+00:00'),
(X'0188666adf207000800f769f8e631809', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000860ff99d62bec218', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-05-29","rule":"V02"}', '2023-05-28T16:00:00+00:00', '2023-05-29T07:31:00+00:00'),
(X'018866a0e34070008004e4cf9c0e8ed9', X'01883c76d200700099907d5ccfa717de', 'RESPONSIBILITY_LIST', X'018866a0e34070008000fea74a5b1497', 'LIST_DRAWN_UP', X'01883c76d200700182730866dd9a17ba', '{"kind":"ALL_STAFF","posts":4,"title":"全员安全生产岗位责任清单"}', '2023-05-29T08:30:00+00:00', '2023-05-29T08:30:00+00:00'),
(X'018866a0e34070008018319b463ac223', X'01883c76d200700099907d5ccfa717de', 'POST', X'018866a0e3407000801376ae5187c9ba', 'POST_ACKNOWLEDGED', X'01883c76d200700182818be30708339f', '{"on":"2023-05-29"}', '2023-05-28T16:00:00+00:00', '2023-05-29T08:30:00+00:00'),
(X'01886a4fe18070008003c29e50ad8c39', X'01883c76d200700099907d5ccfa717de', 'POST', X'018866a0e340700080166209eb867296', 'POST_ACKNOWLEDGED', X'01883c76d20070018291db0261c2111c', '{"on":"2023-05-30"}', '2023-05-29T16:00:00+00:00', '2023-05-30T01:40:00+00:00'),
(X'01886ad935c070008000625d7d9c0faa', X'01883c76d200700099907d5ccfa717de', 'POST', X'018866a0e340700080081fe0772f8299', 'POST_ACKNOWLEDGED', X'01883c76d20070018263561aaa0e1a42', '{"on":"2023-05-30"}', '2023-05-29T16:00:00+00:00', '2023-05-30T04:10:00+00:00'),
(X'01886d67cfe070008010e760a96b5de2', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080e3f3bc6a5aedd0', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"O03"}', '2023-05-30T16:00:00+00:00', '2023-05-30T16:05:00+00:00'),
(X'01886f973300700080022fac03b40810', X'01883c76d200700099907d5ccfa717de', 'POST', X'018866a0e3407000800cb2631f2a9749', 'POST_ACKNOWLEDGED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-05-31"}', '2023-05-30T16:00:00+00:00', '2023-05-31T02:16:00+00:00');
INSERT INTO "ledger_event" ("id", "organization_id", "subject_kind", "subject_id", "action", "actor_id", "data", "true_at", "recorded_at") VALUES
(X'01886f97330070008006fdaa96f5d0f3', X'01883c76d200700099907d5ccfa717de', 'RESPONSIBILITY_LIST', X'018866a0e34070008000fea74a5b1497', 'LIST_COMPLETED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-05-31"}', '2023-05-30T16:00:00+00:00', '2023-05-31T02:16:00+00:00'),
(X'01886f9733007000800e25fe36bbf3f2', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099e20ae54e217ac6', 'WINDOW_FULFILLED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-05-31","rule":"E08"}', '2023-05-30T16:00:00+00:00', '2023-05-31T02:16:00+00:00'),
(X'018870251b2070008007a4fa510649f4', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'018870251b2070008001e987107c863d', 'INSPECTION_RECORDED', X'01883c76d200700182730866dd9a17ba', '{"inspector":"01883c76-d200-7000-9990-7d5ccfa717de","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8273-0866dd9a17ba","on":"2023-05-31"}', '2023-05-30T16:00:00+00:00', '2023-05-31T04:51:00+00:00'),
(X'018870251b207000800b3938c84a0eff', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'018870251b2070008001e987107c863d', 'INSPECTION_SIGNED', X'01883c76d200700182730866dd9a17ba', '{"findings":0,"seal":"1c8201a68b801e53c64b107c15f733a448dc35ef02e536292b395b4e1f93f5f8"}', '2023-05-31T04:51:00+00:00', '2023-05-31T04:51:00+00:00'),
(X'0188728e2be07000804461946c5f80ec', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080bdc9d93fe8caea', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-05","rule":"O02"}', '2023-05-31T16:00:00+00:00', '2023-05-31T16:05:00+00:00'),
(X'0188728e2be07000804da62363798de6', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082cc295c9d3f7990', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"V06"}', '2023-05-31T16:00:00+00:00', '2023-05-31T16:05:00+00:00'),
(X'0188728e2be07000805d3a85c4c95c28', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086aeba0e0449b74b', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"V06"}', '2023-05-31T16:00:00+00:00', '2023-05-31T16:05:00+00:00'),
(X'0188728e2be07000809047630dac0271', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098f94b06fe02915d', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"E05"}', '2023-05-31T16:00:00+00:00', '2023-05-31T16:05:00+00:00'),
(X'0188728e2be07000809600fd2a083f14', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099b887aae41f66c4', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-30","rule":"E05"}', '2023-05-31T16:00:00+00:00', '2023-05-31T16:05:00+00:00'),
(X'018874dbc56070008007be2416fc98f0', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'018874dbc5607000800251d9bcffa75d', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-06-01"}', '2023-06-01T02:49:00+00:00', '2023-06-01T02:49:00+00:00'),
(X'018874dbc5607000800c8f1ce55ca6cd', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000803e1dd813fedfa6', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-01","rule":"O01"}', '2023-05-31T16:00:00+00:00', '2023-06-01T02:49:00+00:00'),
(X'0188761d1f00700080056c593e57be01', X'01883c76d20070008214955d466bcada', 'REPORT', X'0188761d1f0070008003d2e540105b4f', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-01"}', '2023-06-01T08:40:00+00:00', '2023-06-01T08:40:00+00:00'),
(X'0188761d1f007000800fa8caf8af5bc7', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d20070008240c52a46488a5b', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-01","rule":"V04"}', '2023-05-31T16:00:00+00:00', '2023-06-01T08:40:00+00:00'),
(X'018879c95e20700080054847558852f5', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'018879c95e2070008003faae402ede2c', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-02"}', '2023-06-02T01:47:00+00:00', '2023-06-02T01:47:00+00:00'),
(X'018879c95e207000800f8c84478fc55d', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008af803c4ab4de485', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-02","rule":"R04"}', '2023-06-01T16:00:00+00:00', '2023-06-02T01:47:00+00:00'),
(X'01887a1470e070008005f836b054b50c', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'01887a1470e07000800154ba5e9224f1', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-02"}', '2023-06-02T03:09:00+00:00', '2023-06-02T03:09:00+00:00'),
(X'01887a1470e07000800fe2566584e157', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086215b3da8a42db0', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-02","rule":"V04"}', '2023-06-01T16:00:00+00:00', '2023-06-02T03:09:00+00:00'),
(X'01887a93b30070008007e18ba53ea6a4', X'01883c76d200700085f404e4938a7f0f', 'ACTIVITY', X'01887a93b30070008002576400748e15', 'ACTIVITY_RECORDED', X'01883c76d2007000bbf0c2679811dbff', '{"enterprises":0,"kind":"SAFETY_MONTH","on":"2023-06-02","participants":29,"title":"“安全生产月”宣传咨询活动"}', '2023-06-01T16:00:00+00:00', '2023-06-02T05:28:00+00:00'),
(X'01887a93b3007000800f5f52b6dda188', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086aeba0e0449b74b', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-02","rule":"V06"}', '2023-06-01T16:00:00+00:00', '2023-06-02T05:28:00+00:00'),
(X'018887279be070008010671221884f17', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008042d898e5dadc74', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-11","rule":"O01"}', '2023-06-04T16:00:00+00:00', '2023-06-04T16:05:00+00:00'),
(X'018887279be07000801b0826195b8a29', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082443da27e0ef4de', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-11","rule":"V04"}', '2023-06-04T16:00:00+00:00', '2023-06-04T16:05:00+00:00'),
(X'018887279be07000802cb245b75a10f1', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008624d53ee59acf28', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-11","rule":"V04"}', '2023-06-04T16:00:00+00:00', '2023-06-04T16:05:00+00:00'),
(X'018887279be070008045858607c5030b', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008afcbf0bea1fef28', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-11","rule":"R04"}', '2023-06-04T16:00:00+00:00', '2023-06-04T16:05:00+00:00'),
(X'018889e053407000803bec6629762479', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086bd0ca6f6b9e04f', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-05","rule":"V08"}', '2023-06-04T16:00:00+00:00', '2023-06-05T04:46:00+00:00'),
(X'01888ac44aa070008005d6593abc7b01', X'01883c76d200700098d30bb63b8a2520', 'REPORT', X'01888ac44aa0700080005df4e2046b36', 'REPORT_SUBMITTED', X'01883c76d20070018231687a6fc39c5b', '{"kind":"HAZARD_LEDGER","periodOn":"2023-06-05"}', '2023-06-05T08:55:00+00:00', '2023-06-05T08:55:00+00:00'),
(X'01888ac44aa07000800c60c20b024dd2', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098ea4a759802e834', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-05","rule":"E02"}', '2023-06-04T16:00:00+00:00', '2023-06-05T08:55:00+00:00'),
(X'01888f9bea6070008004ab7284402efc', X'01883c76d200700098d30bb63b8a2520', 'ACTIVITY', X'01888f9bea60700080025e9115c3d3cd', 'ACTIVITY_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"enterprises":0,"kind":"STUDY","on":"2023-06-06","participants":13,"title":"学习重大事故隐患判定标准并部署自查自改"}', '2023-06-05T16:00:00+00:00', '2023-06-06T07:29:00+00:00'),
(X'01888f9bea607000800d830f70000beb', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098e028a98c2a60b4', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-06","rule":"E01"}', '2023-06-05T16:00:00+00:00', '2023-06-06T07:29:00+00:00'),
(X'018898b070807000800591bfa363a400', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018898b0708070008002b526ef4be2bf', 'INSPECTION_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-06-08"}', '2023-06-07T16:00:00+00:00', '2023-06-08T01:48:00+00:00'),
(X'018898b07080700080099753a186940d', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018898b0708070008002b526ef4be2bf', 'INSPECTION_SIGNED', X'01883c76d20070018231687a6fc39c5b', '{"findings":0,"seal":"3b75e6cdde18b2f60fbeb19961cc8e9722897d077a3060a825fa68e9d951484f"}', '2023-06-08T01:48:00+00:00', '2023-06-08T01:48:00+00:00'),
(X'018899d9120070008006aaade7afffa0', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'018899d91200700080035a742c2dab7d', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-08"}', '2023-06-08T07:12:00+00:00', '2023-06-08T07:12:00+00:00'),
(X'018899d912007000800c38c3cdec6050', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d20070008624d53ee59acf28', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-08","rule":"V04"}', '2023-06-07T16:00:00+00:00', '2023-06-08T07:12:00+00:00'),
(X'018899e14f607000800722944847beb7', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'018899e14f6070008000369bc148360c', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-08"}', '2023-06-08T07:21:00+00:00', '2023-06-08T07:21:00+00:00'),
(X'018899e14f607000800f6223aa1264da', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008afcbf0bea1fef28', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-08","rule":"R04"}', '2023-06-07T16:00:00+00:00', '2023-06-08T07:21:00+00:00'),
(X'01889a0997e0700080073b7b0ca86b52', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'01889a0997e070008000688eea30c3ab', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-06-08"}', '2023-06-08T08:05:00+00:00', '2023-06-08T08:05:00+00:00'),
(X'01889a0997e07000800c90710b1e48a0', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008042d898e5dadc74', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-08","rule":"O01"}', '2023-06-07T16:00:00+00:00', '2023-06-08T08:05:00+00:00'),
(X'01889f4a80c070008007bd77b53023b9', X'01883c76d20070008214955d466bcada', 'REPORT', X'01889f4a80c070008001cfc0b982781f', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-09"}', '2023-06-09T08:34:00+00:00', '2023-06-09T08:34:00+00:00'),
(X'01889f4a80c07000800f92048db35d35', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082443da27e0ef4de', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-09","rule":"V04"}', '2023-06-08T16:00:00+00:00', '2023-06-09T08:34:00+00:00'),
(X'01889f6079c070008004c54718ac548a', X'01883c76d20070008214955d466bcada', 'INSPECTION', X'01889f6079c070008002aa26b9d37c62', 'INSPECTION_RECORDED', X'01883c76d2007000b9f37be92d6aef1c', '{"inspector":"01883c76-d200-7000-802b-777b43fbd030","kind":"SUPERVISION","leader":"01883c76-d200-7000-b9f3-7be92d6aef1c","on":"2023-06-09"}', '2023-06-08T16:00:00+00:00', '2023-06-09T08:58:00+00:00'),
(X'01889f6079c07000800b4415588e700b', X'01883c76d20070008214955d466bcada', 'INSPECTION', X'01889f6079c070008002aa26b9d37c62', 'INSPECTION_SIGNED', X'01883c76d2007000b9f37be92d6aef1c', '{"findings":0,"seal":"eb1b5b5a57950d0ee93424ca19add892f6d659a56b4052a30f37946e37204216"}', '2023-06-09T08:58:00+00:00', '2023-06-09T08:58:00+00:00'),
(X'01889f6079c07000801305a294cdde1f', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080e3f3bc6a5aedd0', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-09","rule":"O03"}', '2023-06-08T16:00:00+00:00', '2023-06-09T08:58:00+00:00'),
(X'0188ab341fe07000800a56897c26e332', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008044929bb05cac4f', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-18","rule":"O01"}', '2023-06-11T16:00:00+00:00', '2023-06-11T16:05:00+00:00'),
(X'0188ab341fe070008010366b50fc2427', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000824a6f136f091348', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-18","rule":"V04"}', '2023-06-11T16:00:00+00:00', '2023-06-11T16:05:00+00:00'),
(X'0188ab341fe070008024202ee177691b', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000862924d3b701ecb1', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-18","rule":"V04"}', '2023-06-11T16:00:00+00:00', '2023-06-11T16:05:00+00:00'),
(X'0188ab341fe07000803a1d194dd25467', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b010af5ded3a7a3', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-18","rule":"R04"}', '2023-06-11T16:00:00+00:00', '2023-06-11T16:05:00+00:00'),
(X'0188b25a438070008006dfdf9da8b867', X'01883c76d200700098d30bb63b8a2520', 'DRILL', X'0188b25a438070008003d267e62d4c7f', 'DRILL_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-13","participants":50,"reviewed":true,"title":"事故应急救援综合演练"}', '2023-06-12T16:00:00+00:00', '2023-06-13T01:24:00+00:00'),
(X'0188b25a43807000800d3fe2326490af', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000994bf86327d4995a', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-13","rule":"E16"}', '2023-06-12T16:00:00+00:00', '2023-06-13T01:24:00+00:00'),
(X'0188b7c374e07000800560d923b18a60', X'01883c76d200700099907d5ccfa717de', 'ACTIVITY', X'0188b7c374e070008003301a992fcd7e', 'ACTIVITY_RECORDED', X'01883c76d200700182730866dd9a17ba', '{"enterprises":0,"kind":"APPOINTMENT","on":"2023-06-14","participants":17,"title":"任命安全生产管理人员"}', '2023-06-13T16:00:00+00:00', '2023-06-14T02:37:00+00:00'),
(X'0188b7c374e07000800fa4cb99e47816', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099ea885279d2a41c', 'WINDOW_FULFILLED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-06-14","rule":"E11"}', '2023-06-13T16:00:00+00:00', '2023-06-14T02:37:00+00:00'),
(X'0188bca9baa070008004040dd950d680', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'0188bca9baa0700080019de5213a290e', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-15"}', '2023-06-15T01:27:00+00:00', '2023-06-15T01:27:00+00:00'),
(X'0188bca9baa07000800d2312b276fe8b', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000862924d3b701ecb1', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-15","rule":"V04"}', '2023-06-14T16:00:00+00:00', '2023-06-15T01:27:00+00:00'),
(X'0188bd1d15e070008004c0f5fe350e37', X'01883c76d20070008214955d466bcada', 'REPORT', X'0188bd1d15e070008002899b47ec492d', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-15"}', '2023-06-15T03:33:00+00:00', '2023-06-15T03:33:00+00:00'),
(X'0188bd1d15e07000800fae9b6aec95fb', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000824a6f136f091348', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-15","rule":"V04"}', '2023-06-14T16:00:00+00:00', '2023-06-15T03:33:00+00:00'),
(X'0188c1cd578070008006c6e28f1ab6b0', X'01883c76d20070008acf631d8612a6a3', 'ACTIVITY', X'0188c1cd578070008003fd3ce891dd51', 'ACTIVITY_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"enterprises":0,"kind":"TRAINING","on":"2023-06-16","participants":17,"title":"监管执法人员专题培训"}', '2023-06-15T16:00:00+00:00', '2023-06-16T01:24:00+00:00'),
(X'0188c1cd57807000800ffa23b4067428', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b7b9987c5f2d157', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-16","rule":"R05"}', '2023-06-15T16:00:00+00:00', '2023-06-16T01:24:00+00:00'),
(X'0188c2419d20700080059d5360cb26ab', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'0188c2419d20700080036c578f6d33a9', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-16"}', '2023-06-16T03:31:00+00:00', '2023-06-16T03:31:00+00:00'),
(X'0188c2419d207000800c68d4521dbddf', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b010af5ded3a7a3', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-16","rule":"R04"}', '2023-06-15T16:00:00+00:00', '2023-06-16T03:31:00+00:00'),
(X'0188c322d560700080061ef3a4f7c6b5', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'0188c322d56070008003f4f93b5ac02c', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-06-16"}', '2023-06-16T07:37:00+00:00', '2023-06-16T07:37:00+00:00'),
(X'0188c322d5607000800c772c3d5a0af4', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008044929bb05cac4f', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-16","rule":"O01"}', '2023-06-15T16:00:00+00:00', '2023-06-16T07:37:00+00:00'),
(X'0188c339b8c070008007cca766b41085', X'01883c76d200700098d30bb63b8a2520', 'ACTIVITY', X'0188c339b8c0700080006e4d95397ea8', 'ACTIVITY_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"enterprises":0,"kind":"WARNING_EDUCATION","on":"2023-06-16","participants":13,"title":"动火作业事故警示教育"}', '2023-06-15T16:00:00+00:00', '2023-06-16T08:02:00+00:00'),
(X'0188c339b8c07000800f910cbff11577', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700099331aa67b21c1e0', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-16","rule":"E12"}', '2023-06-15T16:00:00+00:00', '2023-06-16T08:02:00+00:00'),
(X'0188cf40a3e07000800d752b435395b1', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080495973a3a61838', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-25","rule":"O01"}', '2023-06-18T16:00:00+00:00', '2023-06-18T16:05:00+00:00'),
(X'0188cf40a3e0700080162671a5cdf4a7', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000824da710944e8ab4', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-25","rule":"V04"}', '2023-06-18T16:00:00+00:00', '2023-06-18T16:05:00+00:00'),
(X'0188cf40a3e07000802a7ac412a5ad6e', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000862edb4f9065ed37', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-25","rule":"V04"}', '2023-06-18T16:00:00+00:00', '2023-06-18T16:05:00+00:00'),
(X'0188cf40a3e07000803fab49ac797592', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b0627d95ea45974', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-06-25","rule":"R04"}', '2023-06-18T16:00:00+00:00', '2023-06-18T16:05:00+00:00'),
(X'0188d1574ee07000800b8f350ced2e67', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188d1574ee070008000de0ceae2d35f', 'INSPECTION_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-06-19"}', '2023-06-18T16:00:00+00:00', '2023-06-19T01:49:00+00:00'),
(X'0188d1574ee07000800e7fb8627d83fc', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188d1574ee070008000de0ceae2d35f', 'INSPECTION_SIGNED', X'01883c76d20070018231687a6fc39c5b', '{"findings":1,"seal":"b69717aeb3082ca4e118b04bb65b8f2e00ccc874f131b3502029809ccfbbf7d8"}', '2023-06-19T01:49:00+00:00', '2023-06-19T01:49:00+00:00'),
(X'0188d1574ee07000801576f43586190e', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_REPORTED', X'01883c76d20070018231687a6fc39c5b', '{"finding":"0188d157-4ee0-7000-8006-1b50ac7b4a09","foundBy":"SELF_CHECK","foundOn":"2023-06-19"}', '2023-06-19T01:49:00+00:00', '2023-06-19T01:49:00+00:00'),
(X'0188d1574ee0700080258a9e3937ac7c', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000993ae9c0c62cf73e', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-19","rule":"E13"}', '2023-06-18T16:00:00+00:00', '2023-06-19T01:49:00+00:00'),
(X'0188d166df40700080069005c3fb39cb', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188d166df407000800399b6dd8ccdd4', 'INSPECTION_RECORDED', X'01883c76d20070018222b8a285f2210e', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"HEAD_LED","leader":"01883c76-d200-7001-8222-b8a285f2210e","on":"2023-06-19"}', '2023-06-18T16:00:00+00:00', '2023-06-19T02:06:00+00:00'),
(X'0188d166df4070008008af38fde24aaf', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188d166df407000800399b6dd8ccdd4', 'INSPECTION_SIGNED', X'01883c76d20070018222b8a285f2210e', '{"findings":0,"seal":"1e1c271367834556fe7e72921bbedf647cd866eeb43b9a65cc55322ed948c1d3"}', '2023-06-19T02:06:00+00:00', '2023-06-19T02:06:00+00:00'),
(X'0188d166df4070008010e5243ad2ea6a', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098f94b06fe02915d', 'WINDOW_FULFILLED', X'01883c76d20070018222b8a285f2210e', '{"on":"2023-06-19","rule":"E05"}', '2023-06-18T16:00:00+00:00', '2023-06-19T02:06:00+00:00'),
(X'0188d1a60b20700080061f8fb1cfdeff', X'01883c76d200700099907d5ccfa717de', 'DRILL', X'0188d1a60b2070008002f05b520d19fa', 'DRILL_RECORDED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-03-28","participants":50,"reviewed":true,"title":"事故应急救援综合演练"}', '2023-03-27T16:00:00+00:00', '2023-06-19T03:15:00+00:00'),
(X'0188d1a60b207000800f1863e4b50301', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099fb6da9fe789b04', 'WINDOW_FULFILLED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-03-28","rule":"E16"}', '2023-03-27T16:00:00+00:00', '2023-06-19T03:15:00+00:00'),
(X'0188d1f95b407000800792930e8e761b', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188d1f95b40700080027e1f259f99e8', 'INSPECTION_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"inspector":"01883c76-d200-7000-8acf-631d8612a6a3","kind":"ASSISTANCE","leader":"01883c76-d200-7000-bd33-954ea2002d98","on":"2023-06-19"}', '2023-06-18T16:00:00+00:00', '2023-06-19T04:46:00+00:00'),
(X'0188d1f95b4070008009661efba6e479', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188d1f95b40700080027e1f259f99e8', 'INSPECTION_SIGNED', X'01883c76d2007000bd33954ea2002d98', '{"findings":0,"seal":"b3e3ca84242de91ce4c48e6402d12d6c002ef2033a822a70e13add4578d21ae2"}', '2023-06-19T04:46:00+00:00', '2023-06-19T04:46:00+00:00'),
(X'0188d20716e07000800a07acb17ec02a', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188d20716e0700080014530a38267cc', 'INSPECTION_RECORDED', X'01883c76d20070018263561aaa0e1a42', '{"inspector":"01883c76-d200-7000-9990-7d5ccfa717de","kind":"HEAD_LED","leader":"01883c76-d200-7001-8263-561aaa0e1a42","on":"2023-06-19"}', '2023-06-18T16:00:00+00:00', '2023-06-19T05:01:00+00:00'),
(X'0188d20716e07000800d725753283818', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188d20716e0700080014530a38267cc', 'INSPECTION_SIGNED', X'01883c76d20070018263561aaa0e1a42', '{"findings":1,"seal":"faf840fad160773e3a2c83f1a280acf0086bf9d6125d1529554fb5166315a4be"}', '2023-06-19T05:01:00+00:00', '2023-06-19T05:01:00+00:00'),
(X'0188d20716e07000801469bfa590a504', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_REPORTED', X'01883c76d20070018263561aaa0e1a42', '{"finding":"0188d207-16e0-7000-8006-f5577cfb5181","foundBy":"SELF_CHECK","foundOn":"2023-06-19"}', '2023-06-19T05:01:00+00:00', '2023-06-19T05:01:00+00:00'),
(X'0188d20716e07000802453dd733d9e5a', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099b887aae41f66c4', 'WINDOW_FULFILLED', X'01883c76d20070018263561aaa0e1a42', '{"on":"2023-06-19","rule":"E05"}', '2023-06-18T16:00:00+00:00', '2023-06-19T05:01:00+00:00'),
(X'0188d2b50a2070008004207c286c4f42', X'01883c76d20070008214955d466bcada', 'ACTIVITY', X'0188d2b50a20700080005ced054ddb8f', 'ACTIVITY_RECORDED', X'01883c76d2007000baf25be97fe169b6', '{"enterprises":0,"kind":"SAFETY_MONTH","on":"2023-06-19","participants":14,"title":"“安全生产月”宣传咨询活动"}', '2023-06-18T16:00:00+00:00', '2023-06-19T08:11:00+00:00'),
(X'0188d2b50a207000800f7ac92b1d65c1', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082cc295c9d3f7990', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-19","rule":"V06"}', '2023-06-18T16:00:00+00:00', '2023-06-19T08:11:00+00:00'),
(X'0188d6e175c070008003f37173862824', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_GRADED', X'01883c76d20070018231687a6fc39c5b', '{"bySupervisor":false,"criterion":null,"grade":"GENERAL","previous":null,"reason":null}', '2023-06-20T03:38:00+00:00', '2023-06-20T03:38:00+00:00'),
(X'0188d76e738070008001476ab052ce14', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_GRADED', X'01883c76d200700182730866dd9a17ba', '{"bySupervisor":false,"criterion":null,"grade":"GENERAL","previous":null,"reason":null}', '2023-06-20T06:12:00+00:00', '2023-06-20T06:12:00+00:00'),
(X'0188dc1936e07000800282ed89744a8a', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_DEADLINE_SET', X'01883c76d200700182730866dd9a17ba', '{"deadlineOn":"2023-07-03"}', '2023-06-21T03:57:00+00:00', '2023-06-21T03:57:00+00:00'),
(X'0188dc9df74070008001ee9175684963', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_DEADLINE_SET', X'01883c76d20070018231687a6fc39c5b', '{"deadlineOn":"2023-07-01"}', '2023-06-21T06:22:00+00:00', '2023-06-21T06:22:00+00:00'),
(X'0188f0286840700080076cea94544e41', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'0188f028684070008000e1fe33dfdde2', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-25"}', '2023-06-25T01:26:00+00:00', '2023-06-25T01:26:00+00:00'),
(X'0188f02868407000800f905faecf6089', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000862edb4f9065ed37', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-25","rule":"V04"}', '2023-06-24T16:00:00+00:00', '2023-06-25T01:26:00+00:00'),
(X'0188f0b566007000800651f976c4dd23', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'0188f0b56600700080021b71324e236f', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-25"}', '2023-06-25T04:00:00+00:00', '2023-06-25T04:00:00+00:00'),
(X'0188f0b566007000800ebbf828d8ba17', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b0627d95ea45974', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-25","rule":"R04"}', '2023-06-24T16:00:00+00:00', '2023-06-25T04:00:00+00:00'),
(X'0188f0c40c00700080078d1be70511c8', X'01883c76d20070008214955d466bcada', 'REPORT', X'0188f0c40c00700080031706400d65a7', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-25"}', '2023-06-25T04:16:00+00:00', '2023-06-25T04:16:00+00:00'),
(X'0188f0c40c007000800caf9e3860337f', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000824da710944e8ab4', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-25","rule":"V04"}', '2023-06-24T16:00:00+00:00', '2023-06-25T04:16:00+00:00'),
(X'0188f12a960070008005ff6b7f335784', X'01883c76d200700098d30bb63b8a2520', 'REPORT', X'0188f12a9600700080037f5a414d2e0b', 'REPORT_SUBMITTED', X'01883c76d20070018231687a6fc39c5b', '{"kind":"ACTION_REPORT","periodOn":"2023-06-25"}', '2023-06-25T06:08:00+00:00', '2023-06-25T06:08:00+00:00'),
(X'0188f12a96007000800c3c0935b98fb0', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009954e7ae6a59aa71', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-25","rule":"E17"}', '2023-06-24T16:00:00+00:00', '2023-06-25T06:08:00+00:00'),
(X'0188f1827a0070008001671be0eeae16', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_PROGRESS', X'01883c76d20070018231687a6fc39c5b', '{"by":"01883c76-d200-7001-8231-687a6fc39c5b","text":"正在按计划整改，材料和人员已到位。"}', '2023-06-25T07:44:00+00:00', '2023-06-25T07:44:00+00:00'),
(X'0188f19788a070008007dbc92fe9cb9a', X'01883c76d200700098d30bb63b8a2520', 'ACTIVITY', X'0188f19788a0700080020f3a85d299e5', 'ACTIVITY_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"enterprises":0,"kind":"APPOINTMENT","on":"2023-06-25","participants":33,"title":"任命安全生产管理人员"}', '2023-06-24T16:00:00+00:00', '2023-06-25T08:07:00+00:00'),
(X'0188f19788a07000800f388caacecce1', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000992a70bfb8516636', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-25","rule":"E11"}', '2023-06-24T16:00:00+00:00', '2023-06-25T08:07:00+00:00'),
(X'0188f1bd1200700080072e6f14db5569', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'0188f1bd120070008001b788cc665847', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-06-25"}', '2023-06-25T08:48:00+00:00', '2023-06-25T08:48:00+00:00'),
(X'0188f1bd12007000800f3602050e08af', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080495973a3a61838', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-25","rule":"O01"}', '2023-06-24T16:00:00+00:00', '2023-06-25T08:48:00+00:00'),
(X'0188f34d27e07000800b06d03cba77f8', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000804c00c4f8029c42', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-02","rule":"O01"}', '2023-06-25T16:00:00+00:00', '2023-06-25T16:05:00+00:00');
INSERT INTO "ledger_event" ("id", "organization_id", "subject_kind", "subject_id", "action", "actor_id", "data", "true_at", "recorded_at") VALUES
(X'0188f34d27e0700080115002fe101e2b', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082502173b0b290bc', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-02","rule":"V04"}', '2023-06-25T16:00:00+00:00', '2023-06-25T16:05:00+00:00'),
(X'0188f34d27e070008027bacfefb37607', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000863271adaf3746c7', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-02","rule":"V04"}', '2023-06-25T16:00:00+00:00', '2023-06-25T16:05:00+00:00'),
(X'0188f34d27e0700080392e504f41f39b', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b09a3454c91ff15', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-02","rule":"R04"}', '2023-06-25T16:00:00+00:00', '2023-06-25T16:05:00+00:00'),
(X'0188f5fda1e0700080078048cdd67f40', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188f5fda1e0700080035a9e45cf7c42', 'INSPECTION_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-06-26"}', '2023-06-25T16:00:00+00:00', '2023-06-26T04:37:00+00:00'),
(X'0188f5fda1e0700080095fc9deddd393', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'0188f5fda1e0700080035a9e45cf7c42', 'INSPECTION_SIGNED', X'01883c76d20070018231687a6fc39c5b', '{"findings":0,"seal":"df776b50d5092339f4973af1f174cde52d58e290418683e824c8859f5da939f5"}', '2023-06-26T04:37:00+00:00', '2023-06-26T04:37:00+00:00'),
(X'0188f646dfe07000800090583ddd8121', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_PROGRESS', X'01883c76d200700182730866dd9a17ba', '{"by":"01883c76-d200-7001-8273-0866dd9a17ba","text":"正在按计划整改，材料和人员已到位。"}', '2023-06-26T05:57:00+00:00', '2023-06-26T05:57:00+00:00'),
(X'0188f6b86660700080062075ee25b07e', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'0188f6b8666070008002d1f7485dd45f', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"IMPLEMENTATION","periodOn":"2023-06-26"}', '2023-06-26T08:01:00+00:00', '2023-06-26T08:01:00+00:00'),
(X'0188f6b866607000800e5147524be494', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086a32d29525f96a8', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-26","rule":"V05"}', '2023-06-25T16:00:00+00:00', '2023-06-26T08:01:00+00:00'),
(X'0188faec2500700080077d89d6cdc3ae', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188faec2500700080034313e30729d1', 'INSPECTION_RECORDED', X'01883c76d200700182730866dd9a17ba', '{"inspector":"01883c76-d200-7000-9990-7d5ccfa717de","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8273-0866dd9a17ba","on":"2023-06-27"}', '2023-06-26T16:00:00+00:00', '2023-06-27T03:36:00+00:00'),
(X'0188faec25007000800ac5a41414924b', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188faec2500700080034313e30729d1', 'INSPECTION_SIGNED', X'01883c76d200700182730866dd9a17ba', '{"findings":0,"seal":"aa227862da2135849f3a8a99cd446f181aaff419254a827b84887d26d6168a98"}', '2023-06-27T03:36:00+00:00', '2023-06-27T03:36:00+00:00'),
(X'0188fb4149e0700080000485863950b7', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_APPLIED', X'01883c76d20070018231687a6fc39c5b', '{"acceptanceDueOn":null,"by":"01883c76-d200-7001-8240-5a84196cd00e","on":"2023-06-27","rectification":"已修复终端并处理驾驶人"}', '2023-06-27T05:09:00+00:00', '2023-06-27T05:09:00+00:00'),
(X'0188ffe68f0070008005d0ebe5bbdc01', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188ffe68f0070008002670e6ea7db14', 'INSPECTION_RECORDED', X'01883c76d2007000bd33954ea2002d98', '{"inspector":"01883c76-d200-7000-8acf-631d8612a6a3","kind":"SPOT_CHECK","leader":"01883c76-d200-7000-bd33-954ea2002d98","on":"2023-06-28"}', '2023-06-27T16:00:00+00:00', '2023-06-28T02:48:00+00:00'),
(X'0188ffe68f007000800a22fc6b51f9ef', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'0188ffe68f0070008002670e6ea7db14', 'INSPECTION_SIGNED', X'01883c76d2007000bd33954ea2002d98', '{"findings":0,"seal":"76befd7b01ef63c139b7696bfa8d591b953a248258c271f82b05fc8d4926552c"}', '2023-06-28T02:48:00+00:00', '2023-06-28T02:48:00+00:00'),
(X'018900ffa020700080031e37d4b531e9', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_APPLIED', X'01883c76d200700182730866dd9a17ba', '{"acceptanceDueOn":null,"by":"01883c76-d200-7001-8281-8be30708339f","on":"2023-06-28","rectification":"已现场纠正并开展培训"}', '2023-06-28T07:55:00+00:00', '2023-06-28T07:55:00+00:00'),
(X'0189061dbec07000800125ca6498e744', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_REJECTED', X'01883c76d20070018222b8a285f2210e', '{"reasons":"整改不彻底，现场仍有同类问题，请继续整改。","rejections":1}', '2023-06-29T07:46:00+00:00', '2023-06-29T07:46:00+00:00'),
(X'018909d7b9807000800801be50de981f', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018909d7b98070008002afa6407d92d0', 'INSPECTION_RECORDED', X'01883c76d20070018231687a6fc39c5b', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"SELF_CHECK","leader":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-06-30"}', '2023-06-29T16:00:00+00:00', '2023-06-30T01:08:00+00:00'),
(X'018909d7b9807000800eef090c111405', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018909d7b98070008002afa6407d92d0', 'INSPECTION_SIGNED', X'01883c76d20070018231687a6fc39c5b', '{"findings":1,"seal":"5da9d808e3dea0514126f124bcd55915d7a1ffb7403069cce8cd02192653aa72"}', '2023-06-30T01:08:00+00:00', '2023-06-30T01:08:00+00:00'),
(X'018909d7b98070008017f7f0803e974b', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 'HAZARD_REPORTED', X'01883c76d20070018231687a6fc39c5b', '{"finding":"018909d7-b980-7000-8005-cd53aded8132","foundBy":"SELF_CHECK","foundOn":"2023-06-30"}', '2023-06-30T01:08:00+00:00', '2023-06-30T01:08:00+00:00'),
(X'018909d7b98070008027bbf94efee6f7', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009941e5d54235adbc', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-30","rule":"E14"}', '2023-06-29T16:00:00+00:00', '2023-06-30T01:08:00+00:00'),
(X'018909e65f80700080016ff980e7f8a7', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'0188d20716e070008012ee42bf8bb167', 'HAZARD_ACCEPTED', X'01883c76d20070018263561aaa0e1a42', '{"closedOn":"2023-06-30"}', '2023-06-30T01:24:00+00:00', '2023-06-30T01:24:00+00:00'),
(X'01890a3087e0700080054ce83c40b863', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'01890a3087e07000800001cee5bce026', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-30"}', '2023-06-30T02:45:00+00:00', '2023-06-30T02:45:00+00:00'),
(X'01890a3087e07000800d428a92937bbe', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b09a3454c91ff15', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-06-30","rule":"R04"}', '2023-06-29T16:00:00+00:00', '2023-06-30T02:45:00+00:00'),
(X'01890a3f2de07000800781531fe277de', X'01883c76d20070008214955d466bcada', 'REPORT', X'01890a3f2de0700080005b559ff8e0e7', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-30"}', '2023-06-30T03:01:00+00:00', '2023-06-30T03:01:00+00:00'),
(X'01890a3f2de07000800f2128586bec64', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082502173b0b290bc', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-06-30","rule":"V04"}', '2023-06-29T16:00:00+00:00', '2023-06-30T03:01:00+00:00'),
(X'01890a5f39007000800781020c20acf0', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'01890a5f3900700080032e2392965be1', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-06-30"}', '2023-06-30T03:36:00+00:00', '2023-06-30T03:36:00+00:00'),
(X'01890a5f39007000800ef370fe45f3c5', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000863271adaf3746c7', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-06-30","rule":"V04"}', '2023-06-29T16:00:00+00:00', '2023-06-30T03:36:00+00:00'),
(X'01890ab28920700080063ba4e9670efa', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'01890ab28920700080013fec964b9d9e', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-06-30"}', '2023-06-30T05:07:00+00:00', '2023-06-30T05:07:00+00:00'),
(X'01890ab289207000800d4959f086ac51', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000804c00c4f8029c42', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-06-30","rule":"O01"}', '2023-06-29T16:00:00+00:00', '2023-06-30T05:07:00+00:00'),
(X'01890b0feb607000800057b2532d5d36', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 'HAZARD_GRADED', X'01883c76d2007000bd33954ea2002d98', '{"bySupervisor":true,"criterion":null,"grade":"MAJOR","previous":null,"reason":"可能造成群死群伤，按重大事故隐患管理。"}', '2023-06-30T06:49:00+00:00', '2023-06-30T06:49:00+00:00'),
(X'01890b0feb607000801ef53027db553f', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 'HAZARD_TOLD_REGULATOR', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-30"}', '2023-06-30T06:49:00+00:00', '2023-06-30T06:49:00+00:00'),
(X'01890b0feb60700080251ad34e173fbb', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01890b0feb607000800b17e2b16aae40', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-06-30","rule":"E04"}', '2023-06-29T16:00:00+00:00', '2023-06-30T06:49:00+00:00'),
(X'01890b47c44070008000653926ae598f', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_PROGRESS', X'01883c76d20070018231687a6fc39c5b', '{"by":"01883c76-d200-7001-8231-687a6fc39c5b","text":"正在按计划整改，材料和人员已到位。"}', '2023-06-30T07:50:00+00:00', '2023-06-30T07:50:00+00:00'),
(X'01890bbec9007000800c11774544956a', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01890b0feb6070008005ee6aa2cb168c', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-07","rule":"E03"}', '2023-06-29T16:00:00+00:00', '2023-06-30T10:00:00+00:00'),
(X'01890d0cf3e07000800322b6699ccd0c', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080c1d98a5b227362', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-08-05","rule":"O02"}', '2023-06-30T16:00:00+00:00', '2023-06-30T16:05:00+00:00'),
(X'01890d0cf3e070008087eb1124a4159b', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098fe123eae825af1', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E05"}', '2023-06-30T16:00:00+00:00', '2023-06-30T16:05:00+00:00'),
(X'01890d0cf3e07000808812e56e49731d', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d2007000994c05b37d046c5e', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-12-31","rule":"E16"}', '2023-06-30T16:00:00+00:00', '2023-06-30T16:05:00+00:00'),
(X'01890d0cf3e07000808daeb28fa55e98', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099bc3e588d01654a', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-31","rule":"E05"}', '2023-06-30T16:00:00+00:00', '2023-06-30T16:05:00+00:00'),
(X'01890d0cf3e070008090c3ff764483b5', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099fd7865ca4d2351', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-12-31","rule":"E16"}', '2023-06-30T16:00:00+00:00', '2023-06-30T16:05:00+00:00'),
(X'018912334fe0700080040343fb11d5d4', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_OVERDUE', NULL, '{"deadlineOn":"2023-07-01","grade":"GENERAL"}', '2023-07-01T16:00:00+00:00', '2023-07-01T16:05:00+00:00'),
(X'01891759abe0700080ccd643ad99201f', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008052fb335c692c03', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-09","rule":"O01"}', '2023-07-02T16:00:00+00:00', '2023-07-02T16:05:00+00:00'),
(X'01891759abe0700080d7199f57626552', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082540870cf490214', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-09","rule":"V04"}', '2023-07-02T16:00:00+00:00', '2023-07-02T16:05:00+00:00'),
(X'01891759abe0700080e92497b956325a', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000863591ad45791e57', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-09","rule":"V04"}', '2023-07-02T16:00:00+00:00', '2023-07-02T16:05:00+00:00'),
(X'01891759abe07000810335aef0278c96', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b0dd3229f75af8e', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-09","rule":"R04"}', '2023-07-02T16:00:00+00:00', '2023-07-02T16:05:00+00:00'),
(X'01891a00fe2070008006b05e5a367d0c', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 'HAZARD_PLANNED', X'01883c76d20070018231687a6fc39c5b', '{"deadlineOn":"2023-07-28","plan":"01891a00-fe20-7000-8001-49aa528b7b4f","version":1}', '2023-07-03T04:27:00+00:00', '2023-07-03T04:27:00+00:00'),
(X'01891a00fe207000800fde1636b322d1', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01890b0feb6070008005ee6aa2cb168c', 'WINDOW_FULFILLED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-07-03","rule":"E03"}', '2023-07-02T16:00:00+00:00', '2023-07-03T04:27:00+00:00'),
(X'01891ae7b4a070008006071f71a5e4da', X'01883c76d200700098d30bb63b8a2520', 'RESPONSIBILITY_LIST', X'01891ae7b4a070008002024a8e495cbf', 'LIST_DRAWN_UP', X'01883c76d20070018231687a6fc39c5b', '{"kind":"ALL_STAFF","posts":4,"title":"全员安全生产岗位责任清单"}', '2023-07-03T08:39:00+00:00', '2023-07-03T08:39:00+00:00'),
(X'01891ae7b4a0700080188942725a279a', X'01883c76d200700098d30bb63b8a2520', 'POST', X'01891ae7b4a07000800b8701520d18e0', 'POST_ACKNOWLEDGED', X'01883c76d20070018222b8a285f2210e', '{"on":"2023-07-03"}', '2023-07-02T16:00:00+00:00', '2023-07-03T08:39:00+00:00'),
(X'01891ae7b4a07000801e40b5386b8543', X'01883c76d200700098d30bb63b8a2520', 'POST', X'01891ae7b4a07000800c8c1669794f7c', 'POST_ACKNOWLEDGED', X'01883c76d20070018231687a6fc39c5b', '{"on":"2023-07-03"}', '2023-07-02T16:00:00+00:00', '2023-07-03T08:39:00+00:00'),
(X'01891ea558e0700080006cf1a28c68dd', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018909d7b98070008013d5b4fa344734', 'HAZARD_PROGRESS', X'01883c76d20070018231687a6fc39c5b', '{"by":"01883c76-d200-7001-8231-687a6fc39c5b","text":"正在按计划整改，材料和人员已到位。"}', '2023-07-04T02:05:00+00:00', '2023-07-04T02:05:00+00:00'),
(X'01891ef1560070008005f2701d0a2dfa', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'01891ef15600700080009669c9d136b7', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"BULLETIN","periodOn":"2023-06-30"}', '2023-07-04T03:28:00+00:00', '2023-07-04T03:28:00+00:00'),
(X'01891ef156007000800d309c399bbd78', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d200700080bdc9d93fe8caea', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-07-04","rule":"O02"}', '2023-07-03T16:00:00+00:00', '2023-07-04T03:28:00+00:00'),
(X'01891f45908070008002155343f22a3e', X'01883c76d200700098d30bb63b8a2520', 'POST', X'01891ae7b4a0700080146edae12d5be6', 'POST_ACKNOWLEDGED', X'01883c76d200700182516d2ead073c3d', '{"on":"2023-07-04"}', '2023-07-03T16:00:00+00:00', '2023-07-04T05:00:00+00:00'),
(X'01891fb8ebc07000800323567de79c24', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_APPLIED', X'01883c76d20070018231687a6fc39c5b', '{"acceptanceDueOn":null,"by":"01883c76-d200-7001-8240-5a84196cd00e","on":"2023-07-04","rectification":"已修复终端并处理驾驶人"}', '2023-07-04T07:06:00+00:00', '2023-07-04T07:06:00+00:00'),
(X'0189241c45e070008000275f81f43e52', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'0188d1574ee070008011a23a73ea3861', 'HAZARD_ACCEPTED', X'01883c76d2007000bbf0c2679811dbff', '{"closedOn":"2023-07-05"}', '2023-07-05T03:33:00+00:00', '2023-07-05T03:33:00+00:00'),
(X'01892492604070008006c4515ff3275d', X'01883c76d200700099907d5ccfa717de', 'REPORT', X'0189249260407000800078cc770d4112', 'REPORT_SUBMITTED', X'01883c76d200700182730866dd9a17ba', '{"kind":"ACTION_REPORT","periodOn":"2023-07-05"}', '2023-07-05T05:42:00+00:00', '2023-07-05T05:42:00+00:00'),
(X'0189249260407000800cd1093ec16933', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d20070009a0752c8aefac006', 'WINDOW_FULFILLED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-07-05","rule":"E17"}', '2023-07-04T16:00:00+00:00', '2023-07-05T05:42:00+00:00'),
(X'018924aa2e0070008001458cbfe77899', X'01883c76d200700098d30bb63b8a2520', 'POST', X'01891ae7b4a070008013222e4a11fdfa', 'POST_ACKNOWLEDGED', X'01883c76d200700182405a84196cd00e', '{"on":"2023-07-05"}', '2023-07-04T16:00:00+00:00', '2023-07-05T06:08:00+00:00'),
(X'018924aa2e0070008004ca0dfacfaa84', X'01883c76d200700098d30bb63b8a2520', 'RESPONSIBILITY_LIST', X'01891ae7b4a070008002024a8e495cbf', 'LIST_COMPLETED', X'01883c76d200700182405a84196cd00e', '{"on":"2023-07-05"}', '2023-07-04T16:00:00+00:00', '2023-07-05T06:08:00+00:00'),
(X'018924aa2e007000800dad4292cee3d3', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d20070009920855d75a309e0', 'WINDOW_FULFILLED', X'01883c76d200700182405a84196cd00e', '{"on":"2023-07-05","rule":"E08"}', '2023-07-04T16:00:00+00:00', '2023-07-05T06:08:00+00:00'),
(X'01892518f56070008007c8238e322dc4', X'01883c76d200700099907d5ccfa717de', 'ACTIVITY', X'01892518f560700080005f6638f9d553', 'ACTIVITY_RECORDED', X'01883c76d200700182730866dd9a17ba', '{"enterprises":0,"kind":"STUDY","on":"2023-07-05","participants":23,"title":"学习重大事故隐患判定标准并部署自查自改"}', '2023-07-04T16:00:00+00:00', '2023-07-05T08:09:00+00:00'),
(X'01892518f5607000800e8c20f49ab502', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099a2522bcea8787a', 'WINDOW_FULFILLED', X'01883c76d200700182730866dd9a17ba', '{"on":"2023-07-05","rule":"E01"}', '2023-07-04T16:00:00+00:00', '2023-07-05T08:09:00+00:00'),
(X'01892929e9c07000800426fb38541cee', X'01883c76d200700085f404e4938a7f0f', 'REPORT', X'01892929e9c0700080024b4652768093', 'REPORT_SUBMITTED', X'01883c76d2007000bbf0c2679811dbff', '{"kind":"PROGRESS_TABLE","periodOn":"2023-07-06"}', '2023-07-06T03:06:00+00:00', '2023-07-06T03:06:00+00:00'),
(X'01892929e9c07000800d69047cb9d226', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d2007000863591ad45791e57', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-07-06","rule":"V04"}', '2023-07-05T16:00:00+00:00', '2023-07-06T03:06:00+00:00'),
(X'01892983a2807000800fa8408e84be41', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'01892983a280700080033ab757dea374', 'INSPECTION_RECORDED', X'01883c76d20070018263561aaa0e1a42', '{"inspector":"01883c76-d200-7000-9990-7d5ccfa717de","kind":"HEAD_LED","leader":"01883c76-d200-7001-8263-561aaa0e1a42","on":"2023-07-06"}', '2023-07-05T16:00:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a28070008012ccf65a528127', X'01883c76d200700099907d5ccfa717de', 'INSPECTION', X'01892983a280700080033ab757dea374', 'INSPECTION_SIGNED', X'01883c76d20070018263561aaa0e1a42', '{"findings":2,"seal":"9b41f35cf2c3e6bed2769dc85041a0893216ef6dd734838d33b36b16b6508e7f"}', '2023-07-06T04:44:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a2807000801bee3bc1f73796', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080143f10482b5b75', 'HAZARD_REPORTED', X'01883c76d20070018263561aaa0e1a42', '{"finding":"01892983-a280-7000-8005-66ad9cb216c7","foundBy":"SELF_CHECK","foundOn":"2023-07-06"}', '2023-07-06T04:44:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a2807000802b897cfb859cc9', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080260eb961b3ae15', 'HAZARD_REPORTED', X'01883c76d20070018263561aaa0e1a42', '{"finding":"01892983-a280-7000-800b-9754ab998846","foundBy":"SELF_CHECK","foundOn":"2023-07-06"}', '2023-07-06T04:44:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a2807000803b4cc04bd6b27d', X'01883c76d200700099907d5ccfa717de', 'WINDOW', X'01883c76d200700099bc3e588d01654a', 'WINDOW_FULFILLED', X'01883c76d20070018263561aaa0e1a42', '{"on":"2023-07-06","rule":"E05"}', '2023-07-05T16:00:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a2807000803cc6e30a4f9ea8', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080260eb961b3ae15', 'HAZARD_GRADED', X'01883c76d200700182730866dd9a17ba', '{"bySupervisor":false,"criterion":null,"grade":"GENERAL","previous":null,"reason":null}', '2023-07-06T04:44:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892983a2807000804347223c6487a8', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080143f10482b5b75', 'HAZARD_GRADED', X'01883c76d200700182730866dd9a17ba', '{"bySupervisor":false,"criterion":null,"grade":"GENERAL","previous":null,"reason":null}', '2023-07-06T04:44:00+00:00', '2023-07-06T04:44:00+00:00'),
(X'01892e1119e070008005ed2c1c63cc8a', X'01883c76d20070008acf631d8612a6a3', 'REPORT', X'01892e1119e070008002fae23afa0003', 'REPORT_SUBMITTED', X'01883c76d2007000bd33954ea2002d98', '{"kind":"PROGRESS_TABLE","periodOn":"2023-07-07"}', '2023-07-07T01:57:00+00:00', '2023-07-07T01:57:00+00:00'),
(X'01892e1119e07000800e4a9397342618', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b0dd3229f75af8e', 'WINDOW_FULFILLED', X'01883c76d2007000bd33954ea2002d98', '{"on":"2023-07-07","rule":"R04"}', '2023-07-06T16:00:00+00:00', '2023-07-07T01:57:00+00:00'),
(X'01892e16982070008002ff7d2ce9a0bc', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080143f10482b5b75', 'HAZARD_DEADLINE_SET', X'01883c76d200700182730866dd9a17ba', '{"deadlineOn":"2023-07-20"}', '2023-07-07T02:03:00+00:00', '2023-07-07T02:03:00+00:00'),
(X'01892e73fa60700080063de6a86404d5', X'01883c76d20070008214955d466bcada', 'REPORT', X'01892e73fa6070008003fbc4620dc513', 'REPORT_SUBMITTED', X'01883c76d2007000baf25be97fe169b6', '{"kind":"PROGRESS_TABLE","periodOn":"2023-07-07"}', '2023-07-07T03:45:00+00:00', '2023-07-07T03:45:00+00:00'),
(X'01892e73fa607000800fef2f6ef16f80', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d200700082540870cf490214', 'WINDOW_FULFILLED', X'01883c76d2007000baf25be97fe169b6', '{"on":"2023-07-07","rule":"V04"}', '2023-07-06T16:00:00+00:00', '2023-07-07T03:45:00+00:00'),
(X'01892e7a6300700080053f2695068a0c', X'01883c76d2007000802b777b43fbd030', 'REPORT', X'01892e7a63007000800060e2f9b919f3', 'REPORT_SUBMITTED', X'01883c76d2007000b9f37be92d6aef1c', '{"kind":"STATISTICS","periodOn":"2023-07-07"}', '2023-07-07T03:52:00+00:00', '2023-07-07T03:52:00+00:00'),
(X'01892e7a63007000800fa47571341ed4', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d20070008052fb335c692c03', 'WINDOW_FULFILLED', X'01883c76d2007000b9f37be92d6aef1c', '{"on":"2023-07-07","rule":"O01"}', '2023-07-06T16:00:00+00:00', '2023-07-07T03:52:00+00:00'),
(X'01893b662fe07000800914e53772d715', X'01883c76d2007000802b777b43fbd030', 'WINDOW', X'01883c76d2007000805729c8493dea9d', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-16","rule":"O01"}', '2023-07-09T16:00:00+00:00', '2023-07-09T16:05:00+00:00'),
(X'01893b662fe0700080117e75b4d8ed55', X'01883c76d20070008214955d466bcada', 'WINDOW', X'01883c76d2007000825a8789bde1b96e', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-16","rule":"V04"}', '2023-07-09T16:00:00+00:00', '2023-07-09T16:05:00+00:00'),
(X'01893b662fe070008020cbcd5c98d29e', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086380c00e3ef230f', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-16","rule":"V04"}', '2023-07-09T16:00:00+00:00', '2023-07-09T16:05:00+00:00'),
(X'01893b662fe0700080359437cab3662b', X'01883c76d20070008acf631d8612a6a3', 'WINDOW', X'01883c76d20070008b136aaf68c7a178', 'WINDOW_OPENED', NULL, '{"dueOn":"2023-07-16","rule":"R04"}', '2023-07-09T16:00:00+00:00', '2023-07-09T16:05:00+00:00'),
(X'01893e647bc070008001f2d800fab499', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080143f10482b5b75', 'HAZARD_PROGRESS', X'01883c76d200700182730866dd9a17ba', '{"by":"01883c76-d200-7001-8273-0866dd9a17ba","text":"正在按计划整改，材料和人员已到位。"}', '2023-07-10T06:02:00+00:00', '2023-07-10T06:02:00+00:00'),
(X'01893eba8b0070008007b50da9a4035f', X'01883c76d200700085f404e4938a7f0f', 'ACTIVITY', X'01893eba8b0070008003f4bd0ba75011', 'ACTIVITY_RECORDED', X'01883c76d2007000bbf0c2679811dbff', '{"enterprises":0,"kind":"TOPICAL_STUDY","on":"2023-07-10","participants":9,"title":"安全生产措施专题学习"}', '2023-07-09T16:00:00+00:00', '2023-07-10T07:36:00+00:00'),
(X'01893eba8b007000800c33ca3225e20f', X'01883c76d200700085f404e4938a7f0f', 'WINDOW', X'01883c76d200700086b7751d1d82fd65', 'WINDOW_FULFILLED', X'01883c76d2007000bbf0c2679811dbff', '{"on":"2023-07-10","rule":"V07"}', '2023-07-09T16:00:00+00:00', '2023-07-10T07:36:00+00:00'),
(X'01893eeb10e070008003b8d227acb732', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080260eb961b3ae15', 'HAZARD_DEADLINE_SET', X'01883c76d200700182730866dd9a17ba', '{"deadlineOn":"2023-07-21"}', '2023-07-10T08:29:00+00:00', '2023-07-10T08:29:00+00:00'),
(X'018943f5f5a0700080090727cd47bc86', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018943f5f5a0700080028574b7215173', 'INSPECTION_RECORDED', X'01883c76d20070018222b8a285f2210e', '{"inspector":"01883c76-d200-7000-98d3-0bb63b8a2520","kind":"HEAD_LED","leader":"01883c76-d200-7001-8222-b8a285f2210e","on":"2023-07-11"}', '2023-07-10T16:00:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a07000800d4f734f662380', X'01883c76d200700098d30bb63b8a2520', 'INSPECTION', X'018943f5f5a0700080028574b7215173', 'INSPECTION_SIGNED', X'01883c76d20070018222b8a285f2210e', '{"findings":1,"seal":"6a84522464bbd9f92c06beff6f59364a5ea5239ecfae25cb365e56d0d99899c6"}', '2023-07-11T07:59:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a0700080155cbe67132ba1', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018943f5f5a0700080133eb35b04c3ae', 'HAZARD_REPORTED', X'01883c76d20070018222b8a285f2210e', '{"finding":"018943f5-f5a0-7000-8007-0b461c67c31a","foundBy":"SELF_CHECK","foundOn":"2023-07-11"}', '2023-07-11T07:59:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a0700080251aca650445dc', X'01883c76d200700098d30bb63b8a2520', 'WINDOW', X'01883c76d200700098fe123eae825af1', 'WINDOW_FULFILLED', X'01883c76d20070018222b8a285f2210e', '{"on":"2023-07-11","rule":"E05"}', '2023-07-10T16:00:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a07000802b9b5471909e03', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018943f5f5a0700080133eb35b04c3ae', 'HAZARD_GRADED', X'01883c76d20070018231687a6fc39c5b', '{"bySupervisor":false,"criterion":null,"grade":"GENERAL","previous":null,"reason":null}', '2023-07-11T07:59:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a07000802e2ff779e738f6', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018943f5f5a0700080133eb35b04c3ae', 'HAZARD_FIXED_ON_SPOT', X'01883c76d20070018231687a6fc39c5b', '{"by":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-07-11","rectification":"已清理通道，划定禁堆区域"}', '2023-07-11T07:59:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018943f5f5a070008033ab92ccf42e17', X'01883c76d200700098d30bb63b8a2520', 'HAZARD', X'018943f5f5a0700080133eb35b04c3ae', 'HAZARD_APPLIED', X'01883c76d20070018231687a6fc39c5b', '{"acceptanceDueOn":null,"by":"01883c76-d200-7001-8231-687a6fc39c5b","on":"2023-07-11","rectification":"已清理通道，划定禁堆区域"}', '2023-07-11T07:59:00+00:00', '2023-07-11T07:59:00+00:00'),
(X'018948c81720700080028f0e868ca35d', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080143f10482b5b75', 'HAZARD_APPLIED', X'01883c76d200700182730866dd9a17ba', '{"acceptanceDueOn":null,"by":"01883c76-d200-7001-8281-8be30708339f","on":"2023-07-12","rectification":"已修复终端并处理驾驶人"}', '2023-07-12T06:27:00+00:00', '2023-07-12T06:27:00+00:00'),
(X'018948fb5c20700080000e83fbd533d6', X'01883c76d200700099907d5ccfa717de', 'HAZARD', X'01892983a280700080260eb961b3ae15', 'HAZARD_PROGRESS', X'01883c76d200700182730866dd9a17ba', '{"by":"01883c76-d200-7001-8273-0866dd9a17ba","text":"正在按计划整改，材料和人员已到位。"}', '2023-07-12T07:23:00+00:00', '2023-07-12T07:23:00+00:00');
INSERT INTO "worker_beat" ("name", "version", "interval_seconds", "started_at", "cycle_started_at", "cycle_ended_at", "summary", "stopped_at") VALUES
('worker-01883c76d20070018fe257fee0718e71', '0.1.0', 30, '2023-05-21T04:00:00+00:00', '2023-07-12T10:00:00+00:00', '2023-07-12T10:00:00+00:00', '{"alarms":[],"digests":{"done":2,"gaps":0,"notices":2,"pushed":0,"set_aside":0},"hazards":{"done":2,"gaps":0,"notices":0,"pushed":0,"set_aside":0},"started_at":"2023-07-12T10:00:00Z","windows":{"done":1,"gaps":0,"notices":1,"pushed":0,"set_aside":0}}', '2023-07-12T10:00:00+00:00');
INSERT INTO "request" ("person_id", "request_id", "operation", "subject_id", "created_at") VALUES
(X'01883c76d2007000b9e087ac464c1a9c', 'again-1', 'createPerson', X'01883c76d2007000b9e087ac464c1a9c', '2023-07-12T01:00:00.5+00:00');
INSERT INTO "site" ("name", "value") VALUES
('last_cycle', '2023-07-12T10:00:00+00:00');
