package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.proviso.cli.UnusableSettingException;

class LateInteractionSettingTest {

    @AfterEach
    void theOldSettings() {
        System.clearProperty(LateInteractionSetting.SETTING);
    }

    @Test
    void itIsOnOrOff() {
        System.setProperty(LateInteractionSetting.SETTING, " on ");
        assertTrue(LateInteractionSetting.isOn());

        System.setProperty(LateInteractionSetting.SETTING, "off");
        assertFalse(LateInteractionSetting.isOn());
    }

    @Test
    void anythingElseIsRefused() {
        String message = assertThrows(UnusableSettingException.class, () -> LateInteractionSetting.isOn("yes"))
                .getMessage();

        assertEquals("proviso.search.late-interaction is \"yes\", which says neither. Write on or off.", message);
    }
}
