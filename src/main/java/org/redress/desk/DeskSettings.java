package org.redress.desk;

import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the screens.
 *
 * @param currency in which offers and the value of customers are counted
 */
@ConfigurationProperties("redress.desk")
record DeskSettings(@DefaultValue("CNY") Currency currency) {}
