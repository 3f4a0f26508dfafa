-- The offers of one visit, by what was said to them and when.
CREATE INDEX visits_offer_answer ON visits_offer (person, visit, answer, answered);
DROP INDEX visits_offer_person;
