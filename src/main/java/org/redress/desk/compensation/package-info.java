/** Offers on tickets, approvals, budgets and the ledger: for people and for programs. */
@NullMarked
package org.redress.desk.compensation;

import org.jspecify.annotations.NullMarked;
