package org.redress;

@TestService
class ComplaintToTicketOnH2Test extends ComplaintToTicketContract {}
