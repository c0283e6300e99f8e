package org.redress;

public class RedressApplication {}
