package org.redress.decision.drl;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.rule.Condition;

/**
 * One rule of a file.
 *
 * @param line where it begins, from 1
 * @param conditions all must hold
 * @param said the texts of its proposal, in their order
 * @param from first day it holds
 * @param until last day it holds
 */
public record Formula(
    String name,
    int line,
    List<Condition> conditions,
    List<String> said,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}
