package org.redress.demo;

import java.util.Collections;
import java.util.List;

/** The tables that are filled row by row, each after those its rows point to. */
enum Sheet {
  CUSTOMER(
      "customer",
      "id",
      "external_id",
      "name",
      "email",
      "phone",
      "tier",
      "since",
      "yearly_value",
      "created_at"),
  INBOX(
      "inbox",
      "id",
      "channel",
      "external_id",
      "receipt",
      "format",
      "payload",
      "received_at",
      "status",
      "attempts",
      "next_at",
      "stored_at"),
  DECISION("decision", "ticket_id", "complaint_id", "team", "rule_book", "decided_at", "document"),
  CARE_DONE("care_done", "ticket_id", "step", "round", "done_at", "done_by", "note"),
  CARE_RECORD("care_record", "ticket_id", "step", "round", "field", "written"),
  MESSAGE(
      "message", "id", "ticket_id", "at", "direction", "author", "channel", "message_id", "text"),
  OFFER("offer", "ticket_id", "kind", "amount", "rule", "because_en", "because_zh"),
  AWARD(
      "award",
      "id",
      "ticket_id",
      "customer_id",
      "team",
      "budget_month",
      "kind",
      "amount",
      "currency",
      "proposed_by",
      "proposed_at"),
  LEDGER("ledger", "award_id", "nr", "step", "at", "actor", "held", "paid", "reason"),
  APPROVAL("approval", "award_id", "rung", "asked", "asked_at", "span"),
  SURVEY("survey", "ticket_id", "round", "token_hash", "asked_at", "answered_at", "score"),
  ACTION(
      "corrective_action",
      "id",
      "ticket_id",
      "what",
      "owner",
      "due",
      "agreed_by",
      "agreed_at",
      "done_at",
      "check_by",
      "effective",
      "check_note",
      "checked_by",
      "checked_at"),
  PROBLEM(
      "problem",
      "id",
      "category",
      "cause",
      "owner",
      "opened_at",
      "solved_at",
      "solved_by",
      "solution",
      "open_key"),
  PROBLEM_TICKET("problem_ticket", "problem_id", "ticket_id"),
  DEPARTURE(
      "departure",
      "id",
      "customer_id",
      "ticket_id",
      "way",
      "cause",
      "team",
      "yearly_value",
      "left_on",
      "noted_by",
      "noted_at",
      "tried",
      "tried_by",
      "tried_on",
      "returned",
      "settled_on",
      "open_key"),
  HOUR(
      "channel_hour",
      "channel",
      "begins_at",
      "received",
      "tickets",
      "joined",
      "duplicates",
      "ignored",
      "parked",
      "refused",
      "lag_millis",
      "last_at");

  private final String insert;

  Sheet(String table, String... columns) {
    this.insert =
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(List.of(columns).size(), "?")));
  }

  String insert() {
    return insert;
  }
}
